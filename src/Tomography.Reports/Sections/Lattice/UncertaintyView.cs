using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Uncertainty of the properties: their own, and with what their sources pass on; for each representation.</summary>
internal static class UncertaintyView
{
    /// <summary>Null where no property has any.</summary>
    public static object? Of(EntanglementAnalysis entanglement)
    {
        var rows = entanglement.Representations.Where(lattice => !lattice.Lattice.Edges.IsEmpty)
            .SelectMany(lattice => lattice.Uncertainty.Where(each => each.Own > 0 || each.Spread > 0).Select(each => new
            {
                property = each.Property.Value,
                representation = lattice.Lattice.Scope(),
                own = NumberText.Fixed(each.Own, 3),
                ownWidth = Width(each.Own),
                spread = NumberText.Fixed(each.Spread, 3),
                spreadWidth = Width(each.Spread),
            })).ToArray();
        return rows.Length == 0 ? null : new { rows };
    }

    private static string Width(double share) => (100 * Math.Clamp(share, 0, 1)).ToString("0.#", CultureInfo.InvariantCulture);
}
