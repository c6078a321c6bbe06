using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>One verdict per edge, feature to target, with what it rests on.</summary>
internal sealed class VerdictSection : ReportSection
{
    public override string Id => "verdicts";

    public override string Title => "What informs what";

    public override bool IsShown(ReportInput input) => !input.Analysis.Verdicts.IsEmpty;

    public override SectionPage Page(ReportInput input) => SectionPage.Plain(
        "<p>For every feature and target one conclusion, from the errors of the models with and without the feature on the same test "
            + "crystals. A feature <em>informs</em> (or <em>harms</em>) where the error is smaller (larger) than without it, and "
            + "than with a control that knows nothing where one of its width ran along, so clearly that of such claims one in twenty is "
            + "expected to be false at most. <em>Nothing</em>: the "
            + $"interval lies within {VerdictText.Percents(Smallest(input))} %. The 95 % interval is of the change that is expected of "
            + "another dataset of this size; docs/evidence.md says how well it was checked."
            + (input.Analysis.Dataset.Formulas == 1
                ? " All materials have one formula: what is said holds for crystals of this formula, and each counts for itself."
                : "")
            + "</p>",
        tables: input.Analysis.Verdicts.GroupBy(v => v.Representation).Select(g => Table(g.Key.Name, [.. g], Smallest(input))));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Verdicts", sheet => VerdictSheet.Fill(sheet, input.Analysis)) { Holds = "one conclusion per edge, with its interval" }];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        [new("verdicts", input.Analysis.Verdicts.Select(VerdictJson.Of))];

    private static double Smallest(ReportInput input) => input.Analysis.VerdictSettings.SmallestEffect;

    private static ReportTable Table(string representation, EdgeVerdict[] verdicts, double smallest)
    {
        var counts = string.Join(", ", verdicts.GroupBy(v => v.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.Word()}"));
        return new(
            $"Verdicts in {representation}: {counts}. Claims first, then by the size of the change.",
            [
                new("feature → target"), new("verdict"), new("change, 95 % interval"), new("against the control"), new("what it means"),
            ],
            [.. Ordered(verdicts).Select(v => Row(v, smallest))]);
    }

    private static ImmutableArray<string> Row(EdgeVerdict verdict, double smallest) =>
    [
        $"{verdict.Feature.Label()} → {verdict.Target}", verdict.Kind.Word(), VerdictText.Change(verdict.Effect),
        verdict.Control is { } control ? $"{VerdictText.Change(verdict.AgainstControl)}, {control.Label()}" : "no control of its kind",
        VerdictText.Sentence(verdict, smallest),
    ];

    private static IEnumerable<EdgeVerdict> Ordered(IEnumerable<EdgeVerdict> verdicts) =>
        verdicts.OrderBy(v => v.Kind).ThenBy(v => v.Effect is { } e ? -Math.Abs(e.Change) : 0);
}
