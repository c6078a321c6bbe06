using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Where the parts of a heatmap lie, pixels. Text is not measured (no font is at hand); widths are estimated on the safe side.
/// </summary>
/// <param name="Left">Left edge of the cells.</param>
/// <param name="Top">Upper edge of the cells.</param>
/// <param name="Right">Room to the right of them.</param>
/// <param name="Features">Rows above the gap.</param>
/// <param name="Controls">Rows below it; no gap where there is none.</param>
/// <param name="Columns">Columns.</param>
internal sealed record HeatmapLayout(double Left, double Top, double Right, int Features, int Controls, int Columns)
{
    public const double CellWidth = 76;
    public const double CellHeight = 40;
    public const double LabelSize = 12.5;

    // Column labels rise at this angle, degrees.
    public const double Angle = 40;

    // Between features and controls; a line of text stands in it.
    private const double Gap = 26;

    private const double LegendHeight = 74;
    private const double CharacterWidth = 0.56 * LabelSize;

    public double PlotWidth => Columns * CellWidth;

    public double PlotHeight => (Features + Controls) * CellHeight + (Blocks.Length > 1 ? Gap : 0);

    /// <summary>The rows that stand together: first row and number of rows.</summary>
    public ImmutableArray<(int First, int Rows)> Blocks =>
        [.. new[] { (First: 0, Rows: Features), (First: Features, Rows: Controls) }.Where(block => block.Rows > 0)];

    /// <summary>Upper edge of a row, from 0.</summary>
    public double TopOf(int row) => Top + row * CellHeight + (row >= Features && Features > 0 ? Gap : 0);

    // The legend needs room even where the plot is narrow.
    public double Width => Math.Max(Left + PlotWidth + Right, Left + HeatmapLegend.Width);

    public double Height => Top + PlotHeight + LegendHeight;

    public static HeatmapLayout Of(ImmutableArray<HeatmapRow> rows, ImmutableArray<Property> targets, int controls = 0)
    {
        var column = Longest(targets.Select(target => Math.Max(target.Name.Value.Length, target.Unit.Length)));
        var row = Longest(rows.Select(each => each.Name.Length + (each.Unit.Length == 0 ? 0 : each.Unit.Length + 2)));
        var (left, top, right) = Room(row, column);
        return new(
            left,
            top,
            right,
            rows.Length - controls,
            controls,
            targets.Length);
    }

    /// <summary>Room for labels of so many characters: to the left of rows, and above and to the right of columns.</summary>
    public static (double Left, double Top, double Right) Room(int row, int column)
    {
        var (sin, cos) = Math.SinCos(Angle * Math.PI / 180);
        return (
            Math.Ceiling(row * CharacterWidth) + 24,
            Math.Ceiling(column * CharacterWidth * sin) + 40,
            Math.Max(0, Math.Ceiling(column * CharacterWidth * cos) - CellWidth / 2 + 20));
    }

    private static int Longest(IEnumerable<int> lengths) => lengths.DefaultIfEmpty().Max();
}
