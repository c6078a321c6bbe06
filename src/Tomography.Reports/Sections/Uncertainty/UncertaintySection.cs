using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How sure predictions are: intervals, spread and noise, applicability domain, gates.</summary>
internal sealed class UncertaintySection : ReportSection
{
    public override string Id => "uncertainty";

    public override string Title => "How sure predictions are";

    public override string Link => "Uncertainty";

    public override bool IsShown(ReportInput input) => input.Analysis.Uncertainty is not null;

    public override SectionPage? Page(ReportInput input)
    {
        if (input.Analysis.Uncertainty is not { } uncertainty) return null;
        if (uncertainty.Targets.IsEmpty)
            return SectionPage.Plain(
                "<p>No baseline has its weights in the store, or no crystal is left that they did not see, so that nothing is said of how "
                    + "sure predictions are. Building again trains what is missing.</p>");
        ReportFigure?[] figures =
        [
            CalibrationFigure.Of(input.Analysis, uncertainty), RejectionFigure.Of(input.Analysis, uncertainty),
            DomainFigure.Of(uncertainty),
        ];
        return SectionPage.Plain(
            string.Concat(UncertaintyText.Sentences(uncertainty).Select(s => $"<p>{s}</p>")), figures.OfType<ReportFigure>(),
            UncertaintyTables.Of(input.Analysis, uncertainty));
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (input.Analysis.Uncertainty is not { Targets.IsEmpty: false } uncertainty) yield break;
        yield return new("Uncertainty", sheet => UncertaintySheet.Fill(sheet, input.Analysis, uncertainty))
        {
            Holds = "intervals, spread and noise, domain and gates, per target",
        };
        yield return new("Coverage", sheet => CoverageSheet.Fill(sheet, uncertainty))
        {
            Holds = "coverage of intervals, by level and by group of crystals",
        };
        if (uncertainty.Targets.Any(t => t.Told is not null))
            yield return new("Told noise", sheet => ToldNoiseSheet.Fill(sheet, uncertainty))
            {
                Holds = "what models say of the noise of each crystal",
            };
        yield return new("Stopped", sheet => StoppedSheet.Fill(sheet, uncertainty))
        {
            Holds = "predictions and edges that gates stop, with their reasons",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        input.Analysis.Uncertainty is { } uncertainty ? [new("uncertainty", UncertaintyJson.Of(uncertainty))] : [];
}
