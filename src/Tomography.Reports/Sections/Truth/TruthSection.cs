using System.Collections.Immutable;
using System.Globalization;
using Tomography.Phantom;

namespace Tomography.Reports;

/// <summary>The verdicts on a phantom beside what is true of it.</summary>
internal sealed class TruthSection : ReportSection
{
    public override string Id => "truth";

    public override string Title => "Found against true";

    public override bool IsShown(ReportInput input) => !TruthComparison.Of(input).IsEmpty;

    public override SectionPage? Page(ReportInput input)
    {
        var comparisons = TruthComparison.Of(input);
        return comparisons.IsEmpty ? null : SectionPage.Plain(
            $"<p>{string.Join(' ', comparisons.Select(TruthText.Sentence))} These crystals are a phantom, so that what is true is known: "
                + "the least error that any function of the representation can have, without the feature and with it, is taken from "
                + $"{NumberText.Count(PhantomTruth.Materials)} materials of the same formulas. A feature <em>tells</em> where it takes off "
                + $"{100 * PhantomTruth.Tells:0} % or more. <em>Learnable</em>: the representation says all of it already, and yet it can "
                + "help a network that has not learnt to read that; no verdict on it is right or wrong. <em>None</em>: it says nothing, "
                + "with the representation or without.</p>",
            [TruthFigure.Of(comparisons)],
            comparisons.Select(Table));
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
        [new("Truth", sheet => TruthSheet.Fill(sheet, input)) { Holds = "what was found against what is true" }];

    public override IEnumerable<JsonMember> Json(ReportInput input) => [new("truth", TruthComparison.Of(input).Select(Member))];

    private static ReportTable Table(TruthComparison comparison) => new(
        $"Found against true in {comparison.Representation.Name}.",
        [
            new("feature → target"), new("truth"), new("least error falls by", true), new("verdict"), new("change, 95 % interval"),
            new("agreement"),
        ],
        [.. comparison.Edges.OrderBy(e => e.Truth.Kind).ThenByDescending(e => e.Truth.Reduction).Select(e => Row(e.Truth, e.Verdict))]);

    private static ImmutableArray<string> Row(TrueEdge truth, Analysis.EdgeVerdict verdict) =>
    [
        $"{truth.Feature} → {truth.Target}", truth.Kind.Word(),
        (100 * truth.Reduction).ToString("0", CultureInfo.InvariantCulture) + " %",
        verdict.Kind.Word(), VerdictText.Change(verdict.Effect), TruthText.Agreement(truth, verdict),
    ];

    private static object Member(TruthComparison comparison) => new
    {
        Representation = comparison.Representation.Name,
        Tells = comparison.Count(TruthKind.Tells),
        Found = comparison.Found(TruthKind.Tells),
        None = comparison.Count(TruthKind.None),
        FalseClaims = comparison.Claimed(TruthKind.None),
        Edges = comparison.Edges.Select(e => new
        {
            Feature = e.Truth.Feature.Value,
            Target = e.Truth.Target.Value,
            Truth = e.Truth.Kind.Word(),
            LeastErrorFallsBy = e.Truth.Reduction,
            Verdict = e.Verdict.Kind.Word(),
        }),
    };
}
