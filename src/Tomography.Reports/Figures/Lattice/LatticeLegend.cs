using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Says what the arrows and nodes of a drawn lattice mean, and how many edges of each verdict there are.</summary>
internal static class LatticeLegend
{
    /// <summary>Room that it takes, pixels.</summary>
    public const double Width = 660;

    /// <summary>Height that it takes, pixels.</summary>
    public const double Height = 140;

    private const string Ink = FigureColours.Ink;

    /// <summary>Draws it with its upper left corner at (x, y).</summary>
    /// <param name="x">Its left edge, pixels.</param>
    /// <param name="y">Its upper edge, pixels.</param>
    /// <param name="lattice">The lattice.</param>
    /// <param name="widest">Size of the change (a fraction) that gets the widest arrow.</param>
    /// <param name="noTarget">What a property is that is no target.</param>
    public static IEnumerable<XElement> Draw(double x, double y, EntanglementLattice lattice, double widest, string noTarget)
    {
        var row = y + 12;
        foreach (var (style, count, note) in Rows(lattice))
        {
            if (style is not null)
                yield return Svg.Path(
                    FormattableString.Invariant($"M{x:0.#} {row - 4:0.#}h36"),
                    style.Paint,
                    3,
                    style.Dashes.Length == 0 ? [] : [("stroke-dasharray", style.Dashes)]);
            yield return Svg.Line(x + 46, row, 11.5, "start", Ink, $"{count} {note}");
            row += 22;
        }

        var (nodes, widths) = (x + 322, x + 510);
        yield return LatticeFigure.Shape(nodes, y + 8, true, 8);
        yield return Svg.Line(nodes + 18, y + 12, 11.5, "start", Ink, "target");
        yield return LatticeFigure.Shape(nodes, y + 30, false, 8);
        yield return Svg.Line(nodes + 18, y + 34, 11.5, "start", Ink, noTarget);
        yield return Svg.Line(nodes, y + 56, 11.5, "middle", Ink, "A", ("font-weight", "600"));
        yield return Svg.Line(nodes + 18, y + 56, 11.5, "start", Ink, "community (shaded band)");
        var place = y + 12;
        // The scale is that of the real edges, which others may exceed.
        var isExceeded = LatticeFigure.Drawn(lattice).Any(edge => Math.Abs(edge.Change) > widest * (1 + 1e-9));
        foreach (var share in new[] { 0.25, 0.5, 1 })
        {
            yield return Svg.Path(
                FormattableString.Invariant($"M{widths:0.#} {place - 4:0.#}h36"),
                FigureColours.Informs,
                LatticeArrow.Width(share * widest, widest));
            yield return Svg.Line(
                widths + 46,
                place,
                11.5,
                "start",
                Ink,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"change of {(share == 1 && isExceeded ? "\u2265 " : "")}{100 * share * widest:0.0} %"));
            place += 22;
        }
    }

    private static IEnumerable<(EdgeStyle? Style, int Count, string Note)> Rows(EntanglementLattice lattice)
    {
        yield return (EdgeStyle.Informs, Count(edge => edge.IsReal), "inform: the error shrinks");
        yield return (EdgeStyle.Harms, Count(edge => edge.Verdict.Kind == VerdictKind.Harms), "harm: it grows");
        yield return (
            EdgeStyle.Untrusted,
            Count(edge => edge.IsPathological && edge.Verdict.Kind != VerdictKind.Harms),
            "untrusted: no effect to rely on");
        yield return (null, Count(edge => edge.Verdict.Kind == VerdictKind.Nothing), "nothing: too small to matter, not drawn");
        yield return (null, Count(edge => edge.Verdict.Kind == VerdictKind.Undecided), "undecided: not drawn");
        yield return (null, Count(edge => edge.Verdict.IsUnsound), "not measured soundly: not drawn");

        int Count(Func<Edge, bool> isOne) => lattice.Edges.Count(isOne);
    }
}
