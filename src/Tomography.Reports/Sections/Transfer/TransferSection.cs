using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What learning targets together does, beside what they tell as features and what their gradients say.</summary>
internal sealed class TransferSection : ReportSection
{
    public override string Id => "transfer";

    public override string Title => "What learning together does";

    public override string Link => "Learning together";

    public override bool IsShown(ReportInput input) => input.Analysis.Transfer is { Verdicts.IsEmpty: false };

    public override SectionPage? Page(ReportInput input)
    {
        if (!IsShown(input)) return null;
        var (transfer, smallest) = (input.Analysis.Transfer!, input.Analysis.VerdictSettings.SmallestEffect);
        return SectionPage.Plain(
            Intro(transfer, smallest) + TransferSentences.Html(transfer, input.Analysis.Features.IsEmpty),
            TransferFigure.Of(transfer).Concat(Lattices(transfer)),
            [.. TransferTables.Verdicts(transfer, smallest), .. TransferTables.Measures(transfer)]);
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (input.Analysis.Transfer is not { } transfer) yield break;
        yield return new("Transfer", sheet => TransferSheet.Fill(sheet, transfer))
        {
            Holds = "one conclusion per set learnt together and target",
        };
        if (!transfer.Lattices.IsEmpty)
            yield return new("Transfer measures", sheet => MeasureSheet.Fill(sheet, transfer.Lattices, null))
            {
                Holds = "numbers that describe the transfer lattices",
            };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input)
    {
        if (input.Analysis.Transfer is not { } transfer) return [];
        return
        [
            new("transfer.verdicts", transfer.Verdicts.Select(VerdictJson.Of)),
            new("transfer.comparisons", transfer.Comparisons.Select(TransferJson.Of)),
            new("transfer.gradients", transfer.Gradients.Select(TransferJson.Of)),
            new("transfer.agreements", transfer.Agreements.Select(TransferJson.Of)),
            new("transfer.lattices", transfer.Lattices.Select(LatticeJson.Of)),
        ];
    }

    private static string Intro(TransferAnalysis transfer, double smallest) =>
        "<p>Here a property is not told to the model: the model <em>learns</em> it along with the target. Each joint model is held against "
            + "the model of the target alone and against the same joint model with noise in place of the partner, which is as large, on "
            + "the same test crystals and by the same rule as features. Learning along <em>informs</em> (a positive transfer) or "
            + "<em>harms</em> (a negative one) where the error is smaller, or larger, than both; <em>nothing</em> lies within "
            + $"{VerdictText.Percents(smallest)} %. Of such claims one in twenty is expected to be false at most, over all "
            + $"{NumberText.Count(transfer.Verdicts.Count(v => v.Q is not null))} edges of this section that can be claimed, in every "
            + "representation together; features are corrected for by themselves.</p>";

    private static IEnumerable<ReportFigure> Lattices(TransferAnalysis transfer)
    {
        ImmutableArray<LatticeAnalysis> drawn = [.. transfer.Lattices.Where(l => LatticeFigure.Drawn(l.Lattice).Any())];
        return drawn.Select(lattice => LatticeFigure.OfTransfer(lattice, LatticeFigure.WidestOf(drawn)));
    }
}
