using System.Collections.Immutable;
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
            areDeclared = analysis.Controls.Any(name => name != ControlFeatures.Self),
            names = analysis.Controls.Where(name => name != ControlFeatures.Self).Listed(),
            representations = lattices.Select(lattice => lattice.Lattice.Scope()).ToArray(),
            rows = !areThere ? [] : analysis.Targets.Select((target, place) => new
            {
                target = target.Name.Value,
                levels = lattices.Select(lattice => Level(lattice.Lattice.Controls[place])).ToArray(),
            }).ToArray(),
            answers = Answers(analysis.PositiveControls),
        };
    }

    // What models do that are given the answer; null where none is.
    private static object? Answers(ImmutableArray<PositiveControl> controls) => controls.IsEmpty ? null : new
    {
        range = string.Join(
            " to ", new[] { controls.Min(each => each.Reduction), controls.Max(each => each.Reduction) }.Select(Percent).Distinct()),
        // A model that was given its target and is hardly better has no use for lesser hints.
        weak = string.Join(", ", controls.Where(control => control.IsWeak).OrderBy(control => control.Reduction)
            .Select(control => $"{control.Target} in {control.Representation} ({Percent(control.Reduction)})")),
    };

    private static string Percent(double fraction) => NumberText.Plain(100 * fraction, 0) + " %";

    private static object Level(ControlLevel level) => new
    {
        change = level.Reduction is { } reduction ? NumberText.Signed(-100 * reduction) + " %" : "not measured",
        control = level.Control?.Value ?? "",
        isSpread = level.WorstControl is { } other && other != level.Control,
        worst = level.Increase is { } increase ? NumberText.Signed(100 * increase) + " %" : "",
        worstControl = level.WorstControl?.Value ?? "",
    };
}
