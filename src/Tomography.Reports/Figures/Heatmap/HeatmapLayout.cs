using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Where the parts of a heatmap lie, pixels. Text is not measured (no font is at hand); widths are estimated on the safe side.
/// </summary>
internal sealed record HeatmapLayout(double Left, double Top, double Right, int Rows, int Columns)
{
    public const double CellWidth = 76;
    public const double CellHeight = 40;
    public const double LabelSize = 12.5;

    // Column labels rise at this angle, degrees.
    public const double Angle = 40;

    private const double LegendHeight = 74;
    private const double CharacterWidth = 0.56 * LabelSize;

    public double PlotWidth => Columns * CellWidth;

    public double PlotHeight => Rows * CellHeight;

    // The legend needs room even where the plot is narrow.
    public double Width => Math.Max(Left + PlotWidth + Right, Left + HeatmapLegend.Width);

    public double Height => Top + PlotHeight + LegendHeight;

    public static HeatmapLayout Of(ImmutableArray<HeatmapRow> rows, ImmutableArray<Property> targets)
    {
        var column = Longest(targets.Select(target => Math.Max(target.Name.Value.Length, target.Unit.Length)));
        var row = Longest(rows.Select(each => each.Name.Length + (each.Unit.Length == 0 ? 0 : each.Unit.Length + 2)));
        var (sin, cos) = Math.SinCos(Angle * Math.PI / 180);
        return new(
            Math.Ceiling(row * CharacterWidth) + 24,
            Math.Ceiling(column * CharacterWidth * sin) + 40,
            Math.Max(0, Math.Ceiling(column * CharacterWidth * cos) - CellWidth / 2 + 20),
            rows.Length,
            targets.Length);
    }

    private static int Longest(IEnumerable<int> lengths) => lengths.DefaultIfEmpty().Max();
}
