using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Which targets should be learned together under a budget of models: predicted from pairs, and measured.</summary>
internal sealed class GroupsSection : ReportSection
{
    public override string Id => "groups";

    public override string Title => "Which targets to learn together";

    public override string Link => "Groups";

    public override bool IsShown(ReportInput input) => input.Analysis.Transfer is { Groups.IsEmpty: false };

    public override SectionPage? Page(ReportInput input)
    {
        if (!IsShown(input)) return null;
        var groups = input.Analysis.Transfer!.Groups;
        return SectionPage.Plain(
            Intro + string.Concat(groups.Select(g => $"<p>{HtmlText.Escape(GroupsText.Sentences(g))}</p>\n")), [],
            groups.SelectMany(Tables));
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (input.Analysis.Transfer is not { Groups: { IsEmpty: false } groups }) yield break;
        yield return new("Groups", sheet => GroupsSheet.Fill(sheet, groups))
        {
            Holds = "groupings of the targets, predicted from pairs and measured",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) => !IsShown(input) ? [] :
        [new("transfer.groups", input.Analysis.Transfer!.Groups.Select(GroupsJson.Of))];

    private const string Intro =
        "<p>What a larger group does to a target is predicted by the mean of what each partner does to it in a pair (Standley et al., ICML "
            + "2020). All groupings within the budget are looked at; a model may learn more than it is asked for, where that helps. The "
            + "choice is made on the errors that it is then told by, so that what is predicted of it is too good on average: only trained "
            + "groups tell. Changes are means over the targets of the relative change of the test error against the model of each alone, "
            + "with 95 % intervals.</p>\n";

    private static IEnumerable<ReportTable> Tables(GroupAnalysis analysis)
    {
        yield return new(
            $"Groupings in {analysis.Representation.Name}, with at most {NumberText.Count(analysis.Budget)} models per seed.",
            [new("grouping"), new("models", true), new("what they learn"), new("predicted"), new("measured")],
            [
                .. analysis.Groupings.Select(g => ImmutableArray.Create(
                    g.Kind.Title(), NumberText.Count(g.Models), GroupsText.Models(g.Groups), GroupsText.Change(g.Predicted),
                    GroupsText.Change(g.Measured))),
            ]);
        if (analysis.Best is not { } best) yield break;
        var all = analysis.Groupings.First(g => g.Kind == GroupingKind.AllTogether);
        yield return new(
            $"What the best grouping does to each target in {analysis.Representation.Name}, and one model of all.",
            [
                new("target"), new("learnt along"), new("predicted"), new("measured"), new("all together, predicted"),
                new("all together, measured"),
            ],
            [
                .. best.Targets.Zip(all.Targets, (own, whole) => ImmutableArray.Create(
                    own.Target.Value, Along(own), GroupsText.Change(own.Predicted), GroupsText.Change(own.Measured),
                    GroupsText.Change(whole.Predicted), GroupsText.Change(whole.Measured))),
            ]);
    }

    private static string Along(GroupedTarget target) =>
        target.Learnt.Count == 1 ? "nothing" : string.Join(", ", target.Learnt.Where(name => name != target.Target));
}
