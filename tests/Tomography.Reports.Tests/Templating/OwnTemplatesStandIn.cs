using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests.Templating;

public sealed class OwnTemplatesStandIn : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OwnTemplatesStandIn()
    {
        _folder.Write("shipped/report.sbn-html", "{{ include 'head' }} shipped page");
        _folder.Write("shipped/partials/head.sbn-html", "shipped head");
        _folder.Write("shipped/sections/lattice.sbn-html", "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_taken_from_the_own_folder_where_it_has_one_and_from_the_shipped_one_else()
    {
        Page().ShouldBe("shipped head shipped page");
        Page(("partials/head.sbn-html", "own head")).ShouldBe("own head shipped page");
        Page(("report.sbn-html", "own {{ include 'head' }}")).ShouldBe("own own head");
    }

    [Fact]
    public void The_own_folder_may_add_partials()
    {
        Page(("report.sbn-html", "{{ include 'logo' }}"), ("partials/logo.sbn-html", "own logo")).ShouldBe("own logo");
    }

    [Fact]
    public void A_shipped_file_that_is_overridden_is_not_read()
    {
        _folder.Write("shipped/partials/head.sbn-html", "{{ end }}");
        Page(("partials/head.sbn-html", "own head")).ShouldBe("own head shipped page");
    }

    [Theory]
    [InlineData("sections/latice.sbn-html", "Name it 'sections/lattice.sbn-html' in place of 'sections/latice.sbn-html'.")]
    [InlineData("report.html", "Name it 'report.sbn-html' in place of 'report.html'.")]
    [InlineData("report.hbs", "Name it 'report.sbn-html' in place of 'report.hbs'.")]
    [InlineData("lattice.sbn-html", "Name it 'sections/lattice.sbn-html' in place of 'lattice.sbn-html'.")]
    [InlineData("x", "Put a changed copy of 'report.sbn-html' there, for instance.")]
    [InlineData("deep/down/report.sbn-html", "Put a changed copy of 'report.sbn-html' there, for instance.")]
    public void A_folder_that_would_change_nothing_is_an_error_with_the_nearest_name(string file, string advice)
    {
        _folder.Write($"own/{file}", "");
        var error = Should.Throw<TemplateException>(() => TemplateFiles.Of(Folders));
        error.File.ShouldBe(_folder.PathOf("own"));
        error.Message.ShouldStartWith($"The folder of report templates '{_folder.PathOf("own")}' has no file that the report uses");
        error.Message.ShouldEndWith(advice);
    }

    [Theory]
    [InlineData("sections/latice.sbn-html", "Name it 'sections/lattice.sbn-html', or take it away.")]
    [InlineData("lattice.sbn-html", "Name it 'sections/lattice.sbn-html', or take it away.")]
    [InlineData("partials/haed.sbn-html", "Name it 'partials/head.sbn-html', or take it away.")]
    [InlineData("partials/logo.sbn-html", "Name it 'partials/head.sbn-html', or take it away.")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzz.sbn-html", "Take it away.")]
    public void A_misspelt_file_beside_known_ones_is_an_error_with_the_nearest_name(string file, string advice)
    {
        _folder.Write("own/report.sbn-html", "own page");
        _folder.Write("own/notes.txt", "of no matter");
        TemplateFiles.Of(Folders).Paths.Keys.ShouldContain("report");
        _folder.Write($"own/{file}", "");
        var error = Should.Throw<TemplateException>(() => TemplateFiles.Of(Folders));
        error.File.ShouldBe(_folder.PathOf(["own", .. file.Split('/')]));
        error.Message.ShouldStartWith($"Nothing reads the template '{file.Split(".sbn")[0]}': the report has none of this name");
        error.Message.ShouldEndWith(advice);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error()
    {
        Should.Throw<TemplateException>(() => TemplateFiles.Of(Folders)).Message
            .ShouldBe($"The folder of report templates '{_folder.PathOf("own")}' does not exist.");
    }

    private TemplateFolders Folders => new(_folder.PathOf("shipped"), _folder.PathOf("own"));

    private string Page(params (string Name, string Text)[] own)
    {
        foreach (var (name, text) in own) _folder.Write($"own/{name}", text);
        return Templates.Open(TemplateFiles.Of(own.Length > 0 ? Folders : Folders with { Own = "" }), "report").Page(new { });
    }
}
