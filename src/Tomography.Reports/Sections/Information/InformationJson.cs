using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What <c>analysis.json</c> says about information; bits.</summary>
internal static class InformationJson
{
    /// <summary>Everything under <c>information</c>.</summary>
    public static object Of(InformationTable table) => new
    {
        table.Materials,
        table.Samples,
        table.IsSubsampled,
        table.Bins,
        Cells = table.Cells.Select(cell => new
        {
            Feature = cell.Feature.Value,
            Target = cell.Target.Value,
            cell.Bits,
            cell.Estimator,
            cell.Materials,
            cell.Samples,
            Second = cell.Second is { } second ? Second(second) : null,
        }),
    };

    private static object Second(SecondSource second) =>
        new
        {
            Feature = second.Feature.Value,
            second.Samples,
            second.Cells,
            Parts = second.Parts is { } parts
                ? new
                {
                    parts.Redundant,
                    parts.UniqueFirst,
                    parts.UniqueSecond,
                    parts.Synergetic,
                    parts.Joint,
                }
                : null,
        };
}
