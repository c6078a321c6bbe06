using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// The study beside a published table: where they agree, how much of that chance gives, and where verdicts contradict it.
/// </summary>
internal sealed class PublishedSection : ReportSection
{
    private const string Intro =
        "<p>Chance is what two tables with as many significant couplings each agree on if nothing else ties them; Cohen's kappa is the "
            + "share of the rest on which they do agree: 1 is full agreement, 0 what chance gives. Its interval (95 %) is a bootstrap over "
            + "targets. The rule of [T] says yes or no of every coupling, and no where a study is too small to tell. Verdicts say "
            + "that.</p>\n";

    public override string Id => "published";

    public override string Title => "Beside a published table";

    public override string Link => "Published";

    public override bool IsShown(ReportInput input) => input.Published is not null;

    public override SectionPage? Page(ReportInput input)
    {
        if (input.Published is not { } comparison) return null;
        var source = HtmlText.Escape(comparison.Table.Source);
        return SectionPage.Plain(
            $"<p>Published: {source}. {HtmlText.Escape(PublishedText.Sentences(comparison))}</p>\n{Intro}",
            PublishedFigure.All(comparison), Tables(comparison));
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (input.Published is not { } comparison) yield break;
        yield return new("Published", sheet => PublishedSheet.Fill(sheet, comparison))
        {
            Holds = "each coupling as published and as found here",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        input.Published is { } comparison ? [new("published", PublishedJson.Of(comparison))] : [];

    private static IEnumerable<ReportTable> Tables(PublishedComparison comparison)
    {
        if (comparison.Cells.IsEmpty) yield break;
        yield return new(
            "How far this study agrees with the published table.",
            [
                new("rule"), new("representation"), new("couplings", true), new("in both", true), new("published alone", true),
                new("here alone", true), new("in neither", true), new("agreement", true), new("by chance", true), new("kappa"),
                new("not decided", true),
            ],
            [
                .. comparison.Agreements.Select(a => ImmutableArray.Create(
                    a.Rule.Word(), PublishedText.Name(a), NumberText.Count(a.Counts.Cells), NumberText.Count(a.Counts.Both),
                    NumberText.Count(a.Counts.OnlyThere), NumberText.Count(a.Counts.OnlyHere), NumberText.Count(a.Counts.Neither),
                    PublishedText.Share(a.Counts.Share), PublishedText.Share(a.Counts.ByChance), PublishedText.Kappa(a),
                    NumberText.Count(a.Silent))),
            ]);
        if (!comparison.Counts.IsEmpty)
            yield return new(
                "For how many targets each feature counts in composition and not in structure.",
                [new("feature"), new("as published", true), new("here, rule of [T]", true), new("here, verdicts", true)],
                [
                    .. comparison.Counts.Select(c => ImmutableArray.Create(
                        c.Feature.Value, NumberText.Count(c.There), NumberText.Count(c.Pooled), NumberText.Count(c.Verdict))),
                ]);
        if (comparison.Contradicted.Any())
            yield return new(
                "Where a verdict contradicts the published table.",
                [new("coupling"), new("representation"), new("as published"), new("verdict"), new("change, 95 % interval")],
                [
                    .. comparison.Contradicted.Select(c => ImmutableArray.Create(
                        $"{c.Feature} \u2192 {c.Target}", c.Representation.Name, c.There ? "significant" : "not significant",
                        c.Verdict!.Words(), VerdictText.Change(c.Verdict!.Effect))),
                ]);
        if (!comparison.Spreads.IsEmpty)
            yield return new(
                "Mean and standard deviation of the properties, as published and over the materials of this study.",
                [
                    new("property"), new("mean, published", true), new("mean, here", true), new("deviation, published", true),
                    new("deviation, here", true),
                ],
                [
                    .. comparison.Spreads.Select(s => ImmutableArray.Create(
                        s.There.Property.Value, Number(s.There.Mean, s), Number(s.Mean, s), Number(s.There.Deviation, s),
                        Number(s.Deviation, s))),
                ]);
    }

    // As many decimals as four digits of the published deviation have, three at most.
    private static string Number(double value, SpreadComparison spread) =>
        NumberText.Plain(value, Math.Min(3, NumberText.Decimals(spread.There.Deviation)));
}
