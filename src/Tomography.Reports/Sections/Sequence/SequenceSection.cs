using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What starting from trained models does to targets with few labels.</summary>
internal sealed class SequenceSection : ReportSection
{
    public override string Id => "sequence";

    public override string Title => "What starting from a trained model does";

    public override string Link => "Starting from another";

    public override bool IsShown(ReportInput input) => input.Analysis.Sequence is { Points.IsEmpty: false };

    public override SectionPage? Page(ReportInput input)
    {
        if (!IsShown(input)) return null;
        var (sequence, smallest) = (input.Analysis.Sequence!, input.Analysis.VerdictSettings.SmallestEffect);
        ReportFigure?[] figures = [SequenceFigure.Of(input.Analysis, sequence), .. SequenceLatticeFigure.All(sequence)];
        return SectionPage.Plain(
            Intro(sequence, smallest) + Loops(sequence), figures.OfType<ReportFigure>(),
            [.. Tables(sequence, smallest), .. SequenceLatticeTable.Of(sequence)]);
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (input.Analysis.Sequence is not { Points.IsEmpty: false } sequence) yield break;
        yield return new("Sequence", sheet => SequenceSheet.Fill(sheet, sequence))
        {
            Holds = "one conclusion per source, target and number of labels",
        };
        if (sequence.Lattices.IsEmpty) yield break;
        yield return new(
            "Sequence measures",
            sheet => MeasureSheet.Fill(
                sheet, [.. sequence.Lattices.Select(l => l.Analysis)], null, [.. sequence.Lattices.Select(SequenceText.Scope)]))
        {
            Holds = "numbers that describe the lattices of starts",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) => input.Analysis.Sequence is not { } sequence ? [] :
    [
        new("sequence.frozen", sequence.IsFrozen),
        new("sequence.rate", sequence.Rate),
        new("sequence.points", sequence.Points.Select(SequenceJson.Of)),
        new("sequence.lattices", sequence.Lattices.Select(SequenceJson.Of)),
    ];

    private static string Intro(SequenceAnalysis sequence, double smallest) =>
        "<p>Here a model does not start from random weights but from the embedding and the convolutions of a model that was trained for "
            + $"another target, its <em>source</em>; they {Kept(sequence)}. Each is held against the model that learns from the same "
            + "labels <em>alone</em>, and against one that starts from a model of noise, which is as large and was trained for as many "
            + "steps, on the same test crystals and by the same rule as features. No source was trained on a test crystal. A source "
            + "<em>informs</em> or <em>harms</em> where the error is smaller, or larger, than both; <em>nothing</em> lies within "
            + $"{VerdictText.Percents(smallest)} %. Of such claims one in twenty is expected to be false at most, over all "
            + $"{NumberText.Count(sequence.Verdicts.Count(v => v.Q is not null))} edges of this section that can be claimed.</p>";

    // Where no two targets are sources of each other, there is no way around, and nothing that could close.
    private static string Loops(SequenceAnalysis sequence) => ClosureText.Html(
        sequence.Lattices.Where(lattice => lattice.Analysis.Loop?.Steps.Any(step => !step.Cycle.IsEmpty) == true)
            .Select(lattice => (lattice.Analysis, $"starts in {SequenceText.Scope(lattice)}")));

    private static string Kept(SequenceAnalysis sequence) => sequence.IsFrozen
        ? "stay as they are, and only what stands behind the pooling is trained"
        : sequence.Rate == 1 ? "are trained on like the rest"
        : $"are trained on at {LogTicks.Text(sequence.Rate)} times the learning rate";

    private static IEnumerable<ReportTable> Tables(SequenceAnalysis sequence, double smallest) =>
        sequence.Points.GroupBy(p => p.Verdict.Representation).Select(group => new ReportTable(
            $"What starting from a trained model does in {group.Key.Name}; test errors are means over the seeds.",
            [
                new("source \u2192 target"), new("labels", true), new("alone", true), new("from noise", true), new("from the source", true),
                new("verdict"), new("change against alone, 95 % interval"), new("against noise"), new("what it means"),
            ],
            [
                .. group.OrderBy(p => p.Source.Label(), StringComparer.Ordinal).ThenBy(p => p.Verdict.Target)
                    .ThenBy(p => p.Labels ?? int.MaxValue).Select(p => ImmutableArray.Create(
                        $"{p.Source.Label()} \u2192 {p.Verdict.Target}", SequenceText.Labels(p), Error(p.Alone), Error(p.Control),
                        Error(p.Started), p.Verdict.Kind.Word(), VerdictText.Change(p.Verdict.Effect),
                        VerdictText.Change(p.Verdict.AgainstControl), SequenceText.Sentence(p, smallest))),
            ]));

    private static string Error(ErrorRange? errors) => errors is { } range ? LogTicks.Text(range.Mean) : "\u2013";
}
