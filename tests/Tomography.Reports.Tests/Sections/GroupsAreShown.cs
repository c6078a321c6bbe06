using System.Text.Json.Nodes;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the report says of groups of targets.</summary>
public class GroupsAreShown
{
    private static readonly GroupsSection s_section = new();

    private static readonly ReportInput s_input = Input(TransferStudy.Results);

    [Fact]
    public void With_what_pairs_predict_and_what_is_still_to_be_trained()
    {
        var joint = TransferStudy.Results.Joint!;
        var pairs = Input(TransferStudy.Results with { Joint = joint with { Runs = [.. joint.Runs.Where(r => r.Together.Count == 2)] } });
        var groups = pairs.Analysis.Transfer!.Groups.ShouldHaveSingleItem();
        GroupsText.Sentences(groups).ShouldStartWith(
            "In structure, of all ways to learn the targets by at most 2 models, pairs predict this to be best: ");
        GroupsText.Sentences(groups).ShouldEndWith("The groups are not trained yet: -t:Steer writes an experiment that trains them.");
    }

    [Fact]
    public void With_what_trained_groups_do_beside_it()
    {
        var grouping = new Grouping(GroupingKind.Best, [], [], new(-0.2, -0.3, -0.1), null);
        Told(new(-0.18, -0.25, -0.1))
            .ShouldEndWith("Trained, the change is \u221218.0 % (\u221225.0 to \u221210.0), which agrees with it.");
        Told(new(-0.05, -0.12, 0.02)).ShouldEndWith("more error than predicted.");
        Told(new(-0.5, -0.6, -0.4)).ShouldEndWith("less error than predicted.");

        string Told(GroupEstimate measured) => GroupsText.Sentences(
            new(Crystals.Representation.Structure, 2, [grouping with { Measured = measured }], 0.8, []));
    }

    [Fact]
    public void With_a_table_of_groupings_and_one_of_targets()
    {
        var html = RenderedSection.Of([s_section], s_input, Templates.Open(Shipped.Templates, "report")).ShouldHaveSingleItem().Html;
        string[] texts = ["best by pairs", "all together", "each alone", "Groupings in structure, with at most 2 models per seed."];
        foreach (var text in texts)
            html.ShouldContain(text);
    }

    [Fact]
    public void In_the_workbook_and_in_the_file()
    {
        using var stream = new MemoryStream();
        ExcelReport.Write(stream, s_input);
        using var workbook = new XLWorkbook(stream);
        workbook.Worksheet("Groups").LastRowUsed()!.RowNumber()
            .ShouldBe(1 + 3 * (4 + 1), "three groupings of four targets, and their mean");
        var groups = JsonNode.Parse(AnalysisJson.Write(s_input, [s_section]))!["transfer"]!["groups"]!.AsArray();
        groups.ShouldHaveSingleItem()!["groupings"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public void Open_where_a_pair_is_not_measured()
    {
        var joint = TransferStudy.Results.Joint!;
        var lost = joint.Runs[0].Together;
        var input = Input(TransferStudy.Results with
        {
            Joint = joint with { Runs = [.. joint.Runs.Where(r => r.Together != lost || r.Seed == 1)] },
        });
        GroupsText.Sentences(input.Analysis.Transfer!.Groups.Single())
            .ShouldBe("In structure 1 of the pairs has no measured effect, so that no grouping can be chosen: build again for what is "
                + "missing.");
    }

    [Fact]
    public void Nowhere_where_nothing_is_asked()
    {
        s_section.IsShown(TransferStudy.Input).ShouldBeFalse();
        s_section.Page(TransferStudy.Input).ShouldBeNull();
        s_section.Sheets(TransferStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    // A pair that lacks a model in most seeds would leave all open.
    private static ReportInput Input(StudyResults study)
    {
        var joint = study.Joint!;
        var whole = study with { Joint = joint with { Runs = [.. joint.Runs.Select(r => r with { Joint = r.Joint ?? r.Control! with
        {
            Model = r.Control!.Model with { Targets = r.Together }, Target = r.Target,
        } })] } };
        return new(
            StudyAnalyzer.Analyze(
                whole,
                new AnalysisOptions { Lattice = new() { Resamples = 20, Permutations = 10 }, Groups = new(2, []) }.WithCrystals(whole)),
            whole, ReportStudy.Context);
    }
}
