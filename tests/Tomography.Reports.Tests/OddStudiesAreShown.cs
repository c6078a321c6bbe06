using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>Studies of which little is there, much is there, or names and numbers are odd: the page is right, and says what is missing.
/// </summary>
public partial class OddStudiesAreShown
{
    private static readonly Representation s_structure = Representation.Structure, s_composition = Representation.Composition;
    private static readonly Property s_volume = Number("volume"), s_density = Number("density"), s_gap = Number("band-gap");

    [Fact]
    public void Without_features_the_page_says_that_there_is_nothing_to_compare_and_shows_the_baselines()
    {
        var page = Checked(Study([s_volume, s_density], []));
        page.ShouldContain("The study names no features, so that there is nothing to compare");
        page.ShouldContain("2 targets · 0 features · 3 seeds");
        page.ShouldNotContain("figure-overview");
        Section(page, "baselines").ShouldContain("<th scope=\"rowgroup\" rowspan=\"2\">volume</th>");
    }

    [Fact]
    public void Where_each_feature_is_its_target_the_page_says_so()
    {
        Checked(Study([s_volume], [s_volume.Name])).ShouldContain("No feature was compared: each is the target itself, or contains it.");
    }

    [Fact]
    public void With_one_target_and_one_feature_there_is_one_edge_in_each_representation()
    {
        var page = Checked(Study([s_volume], [s_density.Name]));
        page.ShouldContain("1 target · 1 feature · 3 seeds");
        page.ShouldContain(
            "<strong>1 of 1 edge informs</strong>: told density, a model errs <strong class=\"number\">20.0 % less</strong>");
    }

    [Fact]
    public void With_one_representation_nothing_is_said_of_the_other_and_no_cell_is_cut_in_two()
    {
        var page = Checked(Study([s_volume], [s_density.Name, s_gap.Name], representations: [s_structure]));
        Overview(page).ShouldNotContain("composition:");
        page.ShouldNotContain("from left to right");
        page.ShouldNotContain(">framed<");
        Overview(page).Split("class=\"half ").Length.ShouldBe(1 + 2 + 5, "two cells, and the marks below");
    }

    [Fact]
    public void With_one_seed_nothing_is_claimed_and_the_reason_is_given()
    {
        var page = Checked(Study([s_volume], [s_density.Name], seeds: [7]));
        page.ShouldContain("1 seed · ");
        page.ShouldContain("<strong>0 of 1 edge inform</strong>");
        page.ShouldContain("undecided. Fewer than three seeds have both models.");
        page.ShouldContain("with 1 seed.");
        page.ShouldNotContain("How sure");
    }

    [Fact]
    public void Without_any_result_every_edge_waits_for_a_build()
    {
        var page = Checked(Study([s_volume, s_density], [s_gap.Name]) with { Scores = [] });
        page.ShouldContain("Incomplete: 24 of 24 models have no result.");
        page.ShouldContain("Another build for 4 edges whose models have no result yet.");
        Overview(page).ShouldContain("structure: undecided (few-seeds).");
        page.ShouldNotContain("How sure");
    }

    [Fact]
    public void Models_that_are_missing_are_named_and_the_seeds_that_are_there_are_counted()
    {
        var whole = Study([s_volume], [s_density.Name, s_gap.Name], seeds: [1, 2, 3, 4]);
        var page = Checked(whole with { Scores = whole.Scores.RemoveAll(s => s.Model.Seed == 4 && s.Model.Features.Contains(s_gap.Name)) });
        page.ShouldContain("Incomplete: 2 of 24 models have no result.");
        Overview(page).ShouldContain("Seeds: 3 of 4.");
        Overview(page).ShouldContain("Seeds: 4 of 4.");
    }

    [Fact]
    public void Sixty_features_of_many_targets_have_marks_without_numbers()
    {
        Property[] targets = [.. Enumerable.Range(1, 6).Select(place => Number($"target-{place}"))];
        ImmutableArray<PropertySet> features =
            [.. Enumerable.Range(1, 60).Select(place => (PropertySet)new PropertyName($"feature-{place}"))];
        var page = Checked(Study([.. targets], features, representations: [s_structure]));
        page.ShouldContain("<table class=\"grid many\"");
        page.ShouldContain("of 360 edges");
        Overview(page).Split("<tr><th scope=\"row\">").Length.ShouldBe(61);
    }

    [Fact]
    public void A_study_of_the_size_of_T_makes_a_page_below_three_megabytes()
    {
        Property[] targets = [.. Enumerable.Range(1, 9).Select(place => Number($"target-of-some-length-{place}"))];
        ImmutableArray<PropertySet> features =
        [
            .. targets.Select(target => (PropertySet)target.Name),
            .. Enumerable.Range(1, 4).Select(n => (PropertySet)new PropertyName($"class-{n}")),
        ];
        var page = Checked(Study([.. targets], features, seeds: [123, 456, 789, 321, 654]));
        (System.Text.Encoding.UTF8.GetByteCount(page) / 1e6).ShouldBeLessThan(3);
    }

    [Fact]
    public void A_set_of_features_is_one_row_and_one_with_the_target_is_marked()
    {
        PropertySet both = new([s_density.Name, s_gap.Name]), answer = new([s_volume.Name, s_gap.Name]);
        var overview = Overview(Checked(Study([s_volume], [s_density.Name, both, answer])));
        overview.ShouldContain("<th scope=\"row\">band-gap + density</th>");
        overview.ShouldNotContain("<th scope=\"row\">band-gap + volume</th>", Case.Sensitive, "it is judged for no target");
    }

    [Theory]
    [InlineData("密度")]
    [InlineData("плотность-кристалла")]
    [InlineData("घनत्व")]
    public void Names_of_any_script_are_shown(string name)
    {
        var page = Checked(Study([s_volume], [new PropertyName(name)]));
        Overview(page).ShouldContain($"<th scope=\"row\">{name}</th>");
        page.ShouldContain($"told {name}, a model errs");
    }

    [Fact]
    public void Names_from_right_to_left_keep_their_place_in_a_line()
    {
        var page = Checked(Study([s_volume], [new PropertyName("كثافة-2")]));
        page.ShouldContain("\u2068كثافة-2\u2069 → volume", Case.Sensitive, "isolated, or the arrow would point the other way");
        page.ShouldContain("told \u2068كثافة-2\u2069, a model errs");
    }

    [Fact]
    public void Markup_in_names_of_experiment_dataset_and_units_is_shown_as_text()
    {
        var unit = s_density with { Unit = "<i>g</i> & \"more\"" };
        var study = Study([unit], [s_gap.Name]);
        var page = Checked(
            study with { Dataset = study.Dataset with { Name = "<img src=x onerror=alert(1)>" } }, "</title><script>alert(1)</script>");
        page.ShouldNotContain("<img");
        page.ShouldNotContain("<i>g");
        page.ShouldNotContain("<script>alert");
        page.ShouldContain("<h1 dir=\"auto\">&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>");
    }

    [Fact]
    public void An_error_beyond_all_bounds_is_not_trusted_and_shown_as_a_number()
    {
        var whole = Study([s_volume], [s_density.Name]);
        var page = Checked(whole with
        {
            Scores = [.. whole.Scores.Select(s => s.Model.IsBaseline ? s : s with { TestMae = 1e30 * s.Model.Seed })],
        });
        page.ShouldContain("untrusted. The error of a model is beyond sense: training diverged.");
        page.ShouldContain("e32");
    }

    [Fact]
    public void A_baseline_without_error_has_no_change_and_the_page_says_so()
    {
        var whole = Study([s_volume], [s_density.Name]);
        var page = Checked(whole with
        {
            Scores = [.. whole.Scores.Select(s => s.Model.IsBaseline ? s with { TestMae = 0, R2 = 1 } : s)],
        });
        page.ShouldContain("n/a");
    }

    [Fact]
    public void Many_variants_are_compared_in_one_table()
    {
        var analysis = Analysis(Study([s_volume, s_gap], [s_density.Name]));
        var page = ComparisonReport.Write(
            [.. Enumerable.Range(1, 40).Select(place => new VariantSummary(
                $"variant-{place}", [new("epochs", $"{place}"), new("<rate>", "0.1")], $"variants/variant-{place}/report.html", analysis))],
            ReportStudy.Context,
            Shipped.Templates);
        Sound(page);
        page.Split("<th scope=\"row\"><a href=\"variants/").Length.ShouldBe(1 + 2 * 40);
        page.ShouldContain("&lt;rate&gt;");
    }

    private static Property Number(string name) => new(new(name), "eV", PropertyKind.Number, [], [], "A property.");

    private static StudyResults Study(
        ImmutableArray<Property> targets, ImmutableArray<PropertySet> features, ImmutableArray<Representation>? representations = null,
        ImmutableArray<int>? seeds = null) => StudyMaker.Of(
        "odd", representations ?? [s_structure, s_composition], targets, features,
        [.. targets.Concat(features.SelectMany(row => row).Select(name => Number(name.Value))).DistinctBy(property => property.Name)],
        [], seeds ?? [1, 2, 3], (_, _, _) => -0.2, 0.01);

    private static StudyAnalysis Analysis(StudyResults results) =>
        StudyAnalyzer.Analyze(results, new AnalysisOptions { Lattice = new() { Resamples = 10, Permutations = 10 } }.WithCrystals(results));

    private static string Checked(StudyResults results, string experiment = "odd")
    {
        var input = new ReportInput(Analysis(results), results, ReportStudy.Context with { Experiment = experiment });
        var page = HtmlReport.Make(input, Shipped.Templates);
        foreach (var figure in page.Figures) XDocument.Parse(figure.Svg);
        AnalysisJson.Write(input).ShouldNotBeEmpty();
        ExcelReport.Write(new MemoryStream(), input);
        Sound(page.Html);
        return page.Html;
    }

    // Every number is one, and every element is closed.
    private static void Sound(string page)
    {
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..];
        foreach (var none in new[] { "NaN", "Infinity", "∞" }) body.ShouldNotContain(none, Case.Sensitive);
        foreach (var tag in new[] { "div", "section", "figure", "table", "tr", "td", "ul", "li", "p", "span", "details", "svg" })
            Regex.Count(body, $"<{tag}[ >]").ShouldBe(Regex.Count(body, $"</{tag}>"), tag);
        Signs().Matches(body).Select(match => match.Value).ShouldBeEmpty();
    }

    private static string Section(string page, string id) => Between(page, $"<section id=\"{id}\"", "</section>");

    private static string Overview(string page) => Between(page, "id=\"figure-overview\"", "</figure>");

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    // A number that lacks its digits, or has a sign alone.
    [GeneratedRegex(@">\s*[-+\u2212](%|\s*<)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Signs();
}
