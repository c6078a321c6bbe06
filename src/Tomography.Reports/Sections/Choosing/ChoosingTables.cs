using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>The tables of the section on candidates.</summary>
internal static class ChoosingTables
{
    private const int MostChosen = 50, MostSteps = 20;
    private const string None = "\u2013";

    /// <summary>All of them that have a row.</summary>
    public static IEnumerable<ReportTable> Of(Choice choice, Func<PropertyName, string> unit)
    {
        ReportTable[] tables = [Chosen(choice, unit), Steps(choice)];
        return tables.Where(t => !t.Rows.IsEmpty);
    }

    private static ReportTable Chosen(Choice choice, Func<PropertyName, string> unit) => new(
        choice.Chosen.Length <= MostChosen
            ? "The batch, in the order of choosing."
            : $"The first {MostChosen} of the batch of {NumberText.Count(choice.Chosen.Length)}; the workbook has all.",
        [
            new("order"), new("candidate"), new("formula"), .. choice.Goals.Select(g => new TableColumn(g.Property.Value, true)),
            new("chance", true), new("gain", true), new("why"),
        ],
        [
            .. choice.Chosen.Take(MostChosen).Select((c, i) => ImmutableArray.Create<string>(
            [
                NumberText.Count(i + 1), c.Candidate.Id, c.Candidate.Formula,
                .. choice.Goals.Select((g, at) => ChoiceText.Value(c.Candidate.Estimates[at], unit(g.Property))),
                ChoiceText.Percent(c.Candidate.Chance), ChoiceText.Number(c.Gain), ChoiceText.Why(choice, c),
            ])),
        ]);

    private static ReportTable Steps(Choice choice) => new(
        choice.Path.Steps.Length <= MostSteps
            ? "Steps along the front, and the edges between the goals that change."
            : $"The first {MostSteps} of {NumberText.Count(choice.Path.Steps.Length)} steps along the front, and the edges between the "
                + $"goals "
                + "that change; the files of the figure have all.",
        [new("from"), new("to"), new("changing"), new("edges"), new("rests on")],
        [
            .. choice.Path.Steps.Take(MostSteps).Select(s => ImmutableArray.Create(
                s.From.Formula, s.To.Formula,
                s.Changing.IsEmpty ? "nothing beyond what the models differ by" : string.Join(", ", s.Changing),
                s.Edges.IsEmpty ? None : string.Join("; ", s.Edges.Select(Edge)), TrustStyle.Word(s.Trust))),
        ]);

    private static string Edge(StepEdge edge) =>
        $"{edge.Verdict.Feature.Label()} \u2192 {edge.Verdict.Target} {edge.Verdict.Kind.ToString().ToLowerInvariant()}";
}
