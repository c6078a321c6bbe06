using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests.Templating;

public class MistakesAreToldWithTheirPlace
{
    private static readonly object s_model = new
    {
        experiment = "phantom",
        materials = "400",
        strongest = (object?)null,
        rows = new[] { new { target = "volume", mean = "1.5" } },
    };

    [Theory]
    [InlineData("{{ experimnt }}", 4, "There is no 'experimnt'; the nearest is 'experiment'.")]
    [InlineData("{{ for row in rows }}{{ row.tarqet }}{{ end }}", 29, "There is no 'tarqet'; the nearest is 'target'.")]
    [InlineData("{{ for entry in rows }}{{ entyr.target }}{{ end }}", 27, "There is no 'entyr'; the nearest is 'entry'.")]
    [InlineData("{{ if experimnt }}{{ end }}", 7, "There is no 'experimnt'; the nearest is 'experiment'.")]
    [InlineData("{{ for row in rosw }}{{ end }}", 15, "There is no 'rosw'; the nearest is 'rows'.")]
    [InlineData("{{ qqq }}", 4, "There is no 'qqq'.")]
    [InlineData("{{ arry.first rows }}", 4, "There is no 'arry'; the nearest is 'array'.")]
    [InlineData("{{ $row }}", 4, "There is no '$row' here; an include gives it, as in include 'partial' row: value.")]
    [InlineData("{{ experiment.name }}", 15, "There is no 'name' here: only groups of values have names.")]
    public void A_name_that_does_not_exist_is_an_error_that_names_the_nearest_one(string line, int column, string message)
    {
        using var layout = new Layout("<p>\n" + line + "\n");
        var error = layout.Error(s_model);
        (error.File, error.Line, error.Column, error.Message).ShouldBe((layout.PathOf("report"), 2, column, message));
    }

    [Fact]
    public void What_is_nothing_can_be_asked_for_and_not_be_read()
    {
        using var asked = new Layout("{{ if strongest }}no{{ else }}nothing{{ end }}");
        asked.Of(s_model).ShouldBe("nothing");
        using var layout = new Layout("\n\n  {{ strongest.feature }}");
        var error = layout.Error(s_model);
        (error.Line, error.Column).ShouldBe((3, 16));
        error.Message.ShouldContain("strongest");
    }

    [Fact]
    public void A_group_of_values_is_not_printed_as_text()
    {
        using var layout = new Layout("{{ for row in rows }}{{ row }}{{ end }}");
        layout.Error(s_model).Message.ShouldBe("This is a group of values, not a text. Print one of them: target, mean.");
    }

    [Theory]
    [InlineData("<p>\n{{ if experiment }}", 2)]
    [InlineData("<p>\n\n{{ end }}", 3)]
    [InlineData("<p>{{ experiment }</p>", 1)]
    [InlineData("{{ for in rows }}{{ end }}", 1)]
    public void A_template_that_is_not_valid_is_an_error_with_its_place(string page, int line)
    {
        using var layout = new Layout(page);
        var error = layout.Error(s_model);
        (error.File, error.Line).ShouldBe((layout.PathOf("report"), line));
        error.Column.ShouldBeGreaterThan(0);
        error.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Mistakes_of_a_partial_are_told_where_they_stand()
    {
        using var layout = new Layout("{{ include 'row' row: rows[0] }}").Write("partials/row", "\n{{ $row.man }}");
        var error = layout.Error(s_model);
        (error.File, error.Line, error.Column).ShouldBe((layout.PathOf("partials/row"), 2, 9));
        error.Message.ShouldBe("There is no 'man'; the nearest is 'mean'.");

        layout.Write("partials/row", "{{ end }}");
        error = layout.Error(s_model);
        (error.File, error.Line).ShouldBe((layout.PathOf("partials/row"), 1));
    }

    [Fact]
    public void A_partial_that_is_not_there_is_told_where_it_is_asked_for()
    {
        using var layout = new Layout("\n{{ include 'figrue' }}").Write("partials/figure", "");
        var error = layout.Error(s_model);
        (error.File, error.Line).ShouldBe((layout.PathOf("report"), 2));
        error.Message.ShouldBe(
            "There is no partial 'figrue'; the nearest is 'figure'. A partial is a file in 'partials/', called without its ending "
                + "'.sbn-html'.");
    }

    [Fact]
    public void A_partial_that_includes_itself_is_an_error_and_no_crash()
    {
        using var layout = new Layout("{{ include 'again' }}").Write("partials/again", "{{ include 'again' }}");
        layout.Error(s_model).File.ShouldBe(layout.PathOf("partials/again"));
    }

    [Fact]
    public void A_page_or_a_section_without_its_template_is_an_error_that_names_the_file_and_the_nearest_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.sbn-html", "{{ experiment }}");
        folder.Write("sections/setings.sbn-html", "");
        var error = Should.Throw<TemplateException>(() =>
            HtmlReport.Write(ReportStudy.Input, TemplateFiles.Of(new(folder.Root)), [new SettingsSection()]));
        error.Message.ShouldContain("sections/settings.sbn-html");
        error.Message.ShouldContain("the nearest is 'sections/setings'");
        Should.Throw<TemplateException>(() => TemplateFiles.Of(new(folder.PathOf("nowhere")))).Message.ShouldContain("does not exist");
    }
}
