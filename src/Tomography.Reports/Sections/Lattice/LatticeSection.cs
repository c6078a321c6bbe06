using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The entanglement lattice: drawings, regimes, measures, edges not to trust, controls.</summary>
internal sealed class LatticeSection : ReportSection
{
    public override string Id => "lattice";

    public override string Title => "Entanglement lattice";

    public override SectionPage Page(ReportInput input) => new("lattice", LatticeView.Of(input.Analysis));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        var entanglement = input.Analysis.Entanglement;
        return
        [
            .. entanglement.Representations.Select(lattice =>
                new ReportSheet(EdgeSheet.Name(lattice), sheet => EdgeSheet.Fill(sheet, lattice, input.Analysis))
                {
                    Holds = $"the edges of the lattice in {lattice.Lattice.Scope()}",
                }),
            new("Measures", sheet => MeasureSheet.Fill(sheet, entanglement.Representations, entanglement.Latents))
            {
                Holds = "numbers that describe the lattices",
            },
            new("Regimes", sheet => RegimeSheet.Fill(sheet, entanglement)) { Holds = "the shape of the lattices, and what it means" },
        ];
    }

    public override IEnumerable<JsonMember> Json(ReportInput input)
    {
        var entanglement = input.Analysis.Entanglement;
        return
        [
            new("entanglement.hasControls", entanglement.HasControls),
            new("entanglement.positiveControls", input.Analysis.PositiveControls.Select(Member)),
            new("entanglement.representations", entanglement.Representations.Select(LatticeJson.Of)),
            new("entanglement.latents", entanglement.Latents.Select(LatentJson.Of)),
        ];
    }

    private static object Member(PositiveControl control) => new
    {
        Representation = control.Representation.Name,
        Target = control.Target.Value,
        control.Reduction,
        control.Seeds,
        control.IsWeak,
    };
}
