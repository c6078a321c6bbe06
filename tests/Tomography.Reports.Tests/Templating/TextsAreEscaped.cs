using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests.Templating;

public class TextsAreEscaped
{
    [Theory]
    [InlineData("a < b > c", "a &lt; b &gt; c")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload=\"alert(1)", "&quot; onload=&quot;alert(1)")]
    [InlineData("' onload='alert(1)", "&#39; onload=&#39;alert(1)")]
    [InlineData("`x`", "&#96;x&#96;")]
    [InlineData("&amp;", "&amp;amp;")]
    [InlineData("{{ secret }} {{{ raw }}} {% x %}", "{{ secret }} {{{ raw }}} {% x %}")]
    [InlineData("\u202eright to left\u202c \u200f", "\u202eright to left\u202c \u200f")]
    [InlineData("\u00e5\u00b3 \u2212 \u4f53\u79ef \ud83d\udd2c", "\u00e5\u00b3 \u2212 \u4f53\u79ef \ud83d\udd2c")]
    public void A_text_is_shown_and_never_obeyed(string text, string html)
    {
        using var layout = new Layout("<p title=\"{{ name }}\">{{ name }}</p>{{ for one in list }}{{ one.name }}{{ end }}");
        layout.Of(new { name = text, secret = "!", list = new[] { new { name = text } } })
            .ShouldBe($"<p title=\"{html}\">{html}</p>{html}");
    }

    [Theory]
    [InlineData("{{ include 'show' text: name }}")]
    [InlineData("{{ capture kept }}{{ name }}{{ end }}{{ raw kept }}")]
    [InlineData("{{ func show }}{{ name }}{{ end }}{{ show }}")]
    [InlineData("{{ if true; name; end }}")]
    [InlineData("{{ name | string.append '' }}")]
    [InlineData("{{ [name] | array.first }}")]
    [InlineData("{{ x = name; x }}")]
    public void By_whatever_way_a_text_is_printed_it_is_escaped_once(string page)
    {
        using var layout = new Layout(page).Write("partials/show", "{{ $text }}");
        layout.Of(new { name = "<b>&</b>" }).ShouldBe("&lt;b&gt;&amp;&lt;/b&gt;");
    }

    [Theory]
    [InlineData("{{ [name] }}")]
    [InlineData("{{ [name] | array.join '<' }}")]
    [InlineData("{{ raw(name) + name }}")]
    public void Lists_and_what_is_put_together_are_escaped_too(string page)
    {
        using var layout = new Layout(page);
        layout.Of(new { name = "<b>" }).ShouldNotContain('<');
    }

    [Fact]
    public void Only_what_is_marked_as_raw_is_printed_as_it_is()
    {
        using var layout = new Layout("{{ raw svg }}|{{ svg | raw }}|{{ svg }}|{{ raw nothing }}");
        layout.Of(new { svg = "<svg/>", nothing = (string?)null }).ShouldBe("<svg/>|<svg/>|&lt;svg/&gt;|");
    }

    [Fact]
    public void No_text_leaves_the_attribute_that_it_stands_in()
    {
        using var layout = new Layout("<i title=\"{{ name }}\">");
        Prop.ForAll<string?>(name => layout.Of(new { name }).Count(letter => letter is '<' or '>' or '"') == 4).QuickCheckThrowOnFailure();
    }
}
