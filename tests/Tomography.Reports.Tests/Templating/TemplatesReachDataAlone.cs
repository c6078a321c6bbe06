using System.Globalization;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests.Templating;

public class TemplatesReachDataAlone
{
    private static readonly object s_model = new
    {
        name = "phantom",
        isThere = true,
        count = 3,
        list = new[] { "a", "b" },
        one = new { x = "1" },
    };

    [Theory]
    [InlineData("../report")]
    [InlineData("../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("partials/row")]
    [InlineData("./row")]
    [InlineData("sub/row")]
    [InlineData("row.sbn-html")]
    [InlineData("row.txt")]
    [InlineData("ROW")]
    [InlineData("row\\u0000")]
    [InlineData("..\\\\report")]
    [InlineData("file:///etc/passwd")]
    [InlineData("notes")]
    public void Nothing_but_a_partial_by_its_plain_name_can_be_included(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write("secret.sbn-html", "secret");
        folder.Write("templates/report.sbn-html", "{{ include \"" + name + "\" }}");
        folder.Write("templates/partials/row.sbn-html", "row");
        folder.Write("templates/partials/notes.txt", "notes");
        folder.Write("templates/partials/sub/row.sbn-html", "below");
        Should.Throw<TemplateException>(() => Templates.Open(TemplateFiles.Of(new(folder.PathOf("templates"))), "report").Page(s_model))
            .Message.ShouldContain("There is no partial");
    }

    [Theory]
    [InlineData("{{ name.GetType }}")]
    [InlineData("{{ name.get_type }}")]
    [InlineData("{{ name.Length }}")]
    [InlineData("{{ one.GetType }}")]
    [InlineData("{{ one.ToString }}")]
    [InlineData("{{ one.Equals }}")]
    [InlineData("{{ list.GetType }}")]
    [InlineData("{{ list.SyncRoot }}")]
    [InlineData("{{ count.GetType }}")]
    [InlineData("{{ isThere.GetType }}")]
    [InlineData("{{ (raw name).GetType }}")]
    [InlineData("{{ include.GetType }}")]
    [InlineData("{{ raw.GetType }}")]
    [InlineData("{{ string.GetType }}")]
    [InlineData("{{ name['GetType'] }}")]
    [InlineData("{{ one['GetType'] }}")]
    [InlineData("{{ this.GetType }}")]
    [InlineData("{{ object.eval '1' }}")]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ math.random 1 9 }}")]
    [InlineData("{{ math.uuid }}")]
    [InlineData("{{ one.x = '2' }}")]
    public void Methods_the_clock_chance_and_the_program_are_out_of_reach(string page)
    {
        using var layout = new Layout(page);
        layout.Error(s_model).Line.ShouldBe(1);
    }

    [Fact]
    public void A_model_becomes_texts_numbers_lists_and_groups_and_nothing_else()
    {
        TemplateData.Of(s_model).GetMembers().ShouldBe(["name", "isThere", "count", "list", "one"]);
        using var layout = new Layout("{{ name }} {{ isThere }} {{ count }} {{ list.size }} {{ list | array.join '+' }} {{ one.x }}");
        layout.Of(s_model).ShouldBe("phantom true 3 2 a+b 1");
        Should.Throw<ArgumentException>(() => TemplateData.Of(new { share = 0.5 })).Message.ShouldContain("texts");
        Should.Throw<ArgumentException>(() => TemplateData.Of(new { day = DayOfWeek.Monday }));
        Should.Throw<ArgumentException>(() => TemplateData.Of(new Endless())).Message.ShouldContain("deep");
    }

    [Fact]
    public void Texts_and_lists_count_as_no_where_they_are_empty()
    {
        using var layout = new Layout("{{ for one in all }}{{ if one }}1{{ else }}0{{ end }}{{ end }}");
        layout.Of(new { all = new object?[] { "", null, false, 0, Array.Empty<string>(), "a", true, 1, new[] { "" }, new { } } })
            .ShouldBe("0000011111");
    }

    [Fact]
    public void No_limit_cuts_a_large_report()
    {
        const int Rows = 20_000;
        const string Cells = "{{ for cell in row.cells }}{{ cell }},{{ end }}";
        using var layout = new Layout("{{ for row in rows }}{{ include 'row' row: row }}" + Cells + "\n{{ end }}")
            .Write("partials/row", "<td title=\"a cell of the large report\">{{ $row.name }}</td>");
        var page = layout.Of(new
        {
            rows = Enumerable.Range(0, Rows)
                .Select(row => new { name = row.ToString(CultureInfo.InvariantCulture), cells = new[] { "1", "2", "3" } }),
        });
        page.Split('\n').Length.ShouldBe(Rows + 1);
        page.ShouldEndWith(">19999</td>1,2,3,\n");
    }

    private sealed class Endless
    {
        public Endless Again => this;
    }
}
