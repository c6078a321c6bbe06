using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The mark of a verdict in a heatmap: a form for each, so that it can be told without colour.</summary>
internal static class HeatmapMark
{
    private const double Size = 4;

    /// <summary>Draws a mark around a point: a triangle down (the error falls), one up (it grows), a ring, a question or an exclamation
    /// mark.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="x">Its middle, pixels.</param>
    /// <param name="y">Its middle, pixels.</param>
    /// <param name="ink">Its colour.</param>
    public static XElement Draw(VerdictKind verdict, double x, double y, string ink) => verdict switch
    {
        VerdictKind.Informs => Triangle(x, y, Size, ink),
        VerdictKind.Harms => Triangle(x, y, -Size, ink),
        VerdictKind.Nothing => Svg.Element(
            "circle", [("cx", x), ("cy", y), ("r", Size - 1), ("fill", "none"), ("stroke", ink), ("stroke-width", 1.2)]),
        VerdictKind.Undecided => Svg.Line(x, y + 3.5, 10, "middle", ink, "?"),
        _ => Svg.Line(x, y + 3.5, 10, "middle", ink, "!", ("font-weight", "700")),
    };

    /// <summary>
    /// The frame of a cell that is to be seen first: bold where the feature informs; dash-dotted where it harms and dashed where it is not
    /// to be trusted, as in the drawing of a lattice; null else.
    /// </summary>
    public static XElement? Frame(VerdictKind verdict, double x, double y, double width, double height, string ink)
    {
        var (stroke, dashes) = verdict switch
        {
            VerdictKind.Informs => (2.5, ""),
            VerdictKind.Harms => (1.75, EdgeStyle.Harms.Dashes),
            VerdictKind.Untrusted => (1.75, EdgeStyle.Untrusted.Dashes),
            _ => (0, ""),
        };
        return stroke == 0 ? null : Svg.Box(
            x + 1.75, y + 1.75, width - 3.5, height - 3.5,
            [
                ("fill", "none"), ("stroke", ink), ("stroke-width", stroke),
                .. dashes.Length == 0 ? Array.Empty<(string, object)>() : [("stroke-dasharray", dashes)],
            ]);
    }

    private static XElement Triangle(double x, double y, double down, string ink) => Svg.Element(
        "path",
        [
            ("d", FormattableString.Invariant($"M{x - Size:0.#} {y - down * 0.8:0.#}h{2 * Size:0.#}L{x:0.#} {y + down * 0.9:0.#}Z")),
            ("fill", ink),
        ]);
}
