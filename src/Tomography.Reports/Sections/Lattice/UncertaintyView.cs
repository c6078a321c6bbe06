using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Uncertainty of the properties: their own, and with what their sources pass on; for each representation.</summary>
internal static class UncertaintyView
{
    /// <summary>Null where no property has any.</summary>
    public static object? Of(EntanglementAnalysis entanglement)
    {
        var lattices = entanglement.Representations.Where(lattice => !lattice.Lattice.Edges.IsEmpty).ToArray();
        var rows = lattices
            .SelectMany(lattice => lattice.Uncertainty.Where(each => each.Own > 0 || each.Spread > 0).Select(each => new
            {
                property = each.Property.Value,
                representation = lattice.Lattice.Scope(),
                own = NumberText.Fixed(each.Own, 3),
                ownWidth = Width(each.Own),
                spread = NumberText.Fixed(each.Spread, 3),
                spreadWidth = Width(each.Spread),
            })).ToArray();
        return rows.Length == 0 ? null : new { explanation = Explanation(lattices), rows };
    }

    private static string Explanation(IReadOnlyCollection<LatticeAnalysis> lattices)
    {
        var sources = lattices.GroupBy(lattice => lattice.UncertaintySource).ToArray();
        return string.Join(
            ' ',
            sources.Select(group =>
                (sources.Length == 1 ? "A" : $"In {string.Join(" and ", group.Select(lattice => lattice.Lattice.Scope()))} a")
                    + $" target's own uncertainty is {Words(group.Key)}."));
    }

    /// <summary>What an own uncertainty is, for the middle of a sentence.</summary>
    public static string Words(UncertaintySource source) => source switch
    {
        UncertaintySource.Errors => "half the range of its baseline error over the seeds, relative to its mean",
        UncertaintySource.Intervals =>
            "the width of its calibrated intervals, relative to that of intervals around one constant for all crystals: 0 is certain, 1 is "
                + "as good as no model",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    private static string Width(double share) => (100 * Math.Clamp(share, 0, 1)).ToString("0.#", CultureInfo.InvariantCulture);
}
