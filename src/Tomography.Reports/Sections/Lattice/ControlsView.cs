using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What features without information reach.</summary>
internal static class ControlsView
{
    public static object Of(StudyAnalysis analysis)
    {
        var lattices = analysis.Entanglement.Representations;
        var areThere = analysis.Entanglement.HasControls;
        return new
        {
            areThere,
            areDeclared = !analysis.Controls.IsEmpty,
            names = string.Join(", ", analysis.Controls),
            representations = lattices.Select(lattice => lattice.Lattice.Scope()).ToArray(),
            rows = !areThere ? [] : analysis.Targets.Select((target, place) => new
            {
                target = target.Name.Value,
                levels = lattices.Select(lattice => Level(lattice.Lattice.Controls[place])).ToArray(),
            }).ToArray(),
        };
    }

    private static object Level(ControlLevel level) => new
    {
        change = level.Reduction is { } reduction ? NumberText.Signed(-100 * reduction) + " %" : "not measured",
        control = level.Control?.Value ?? "",
        isSpread = level.WorstControl is { } other && other != level.Control,
        worst = level.Increase is { } increase ? NumberText.Signed(100 * increase) + " %" : "",
        worstControl = level.WorstControl?.Value ?? "",
    };
}
