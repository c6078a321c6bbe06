using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Which candidates to make or measure next, and how their front lies on the lattice.</summary>
internal sealed class ChoosingSection : ReportSection
{
    public override string Id => "choosing";

    public override string Title => "Which candidates next";

    public override string Link => "Candidates";

    public override bool IsShown(ReportInput input) => input.Choice is not null;

    public override SectionPage? Page(ReportInput input)
    {
        if (input.Choice is not { } choice) return null;
        ReportFigure?[] figures = [FrontFigure.Of(choice, Unit), PathFigure.Of(choice, Unit)];
        return SectionPage.Plain(
            string.Concat(ChoosingSentences.Of(choice, Unit).Select(s => $"<p>{s}</p>")), figures.OfType<ReportFigure>(),
            ChoosingTables.Of(choice, Unit));

        string Unit(PropertyName property) => input.Analysis.Property(property).Unit;
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (input.Choice is not { } choice) yield break;
        yield return new("Candidates", sheet => CandidateSheet.Fill(sheet, choice, p => input.Analysis.Property(p).Unit))
        {
            Holds = "the batch with its reasons, then the best of the other candidates",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        input.Choice is { } choice ? [new("choice", ChoosingJson.Of(choice, p => input.Analysis.Property(p).Unit))] : [];
}
