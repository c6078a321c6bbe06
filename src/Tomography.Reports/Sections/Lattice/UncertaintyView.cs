using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Uncertainty of the properties: their own, and with what their sources pass on.</summary>
internal static class UncertaintyView
{
    /// <summary>Null where no property has any.</summary>
    public static object? Of(LatticeAnalysis whole)
    {
        var some = whole.Uncertainty.Where(each => each.Own > 0 || each.Spread > 0).ToArray();
        return some.Length == 0 || whole.Measures.MeasuredEdges == 0 ? null : new
        {
            rows = some.Select(each => new
            {
                property = each.Property.Value,
                own = NumberText.Fixed(each.Own, 3),
                ownWidth = Width(each.Own),
                spread = NumberText.Fixed(each.Spread, 3),
                spreadWidth = Width(each.Spread),
            }).ToArray(),
        };
    }

    private static string Width(double share) => (100 * Math.Clamp(share, 0, 1)).ToString("0.#", CultureInfo.InvariantCulture);
}
