using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws an edge of a lattice as a bent arrow; the two directions between a pair bend apart.</summary>
internal static class LatticeArrow
{
    private const double Thinnest = 1.2;
    private const double Thickest = 7;

    /// <summary>Width of the line of a change, pixels.</summary>
    /// <param name="change">The change, a fraction.</param>
    /// <param name="widest">Size of the change that gets the widest line; above 0.</param>
    public static double Width(double change, double widest) => Thinnest + (Thickest - Thinnest) * Math.Min(1, Math.Abs(change) / widest);

    /// <summary>Draws an edge with its sentence as title.</summary>
    public static XElement Draw(Edge edge, LatticePlace from, LatticePlace to, LatticeLayout layout, double widest)
    {
        var style = EdgeStyle.Of(edge.Verdict);
        var width = Width(edge.Change, widest);
        var (controlX, controlY) = Control(from, to, layout);
        var (startX, startY) = Toward(from.X, from.Y, controlX, controlY, LatticeLayout.NodeRadius + 1);
        var (headLength, headWidth) = (6 + 1.3 * width, 3.2 + 0.75 * width);
        var (tipX, tipY) = Toward(to.X, to.Y, controlX, controlY, LatticeLayout.NodeRadius + 1.5);
        var (endX, endY) = Toward(to.X, to.Y, controlX, controlY, LatticeLayout.NodeRadius + 1.5 + headLength);
        var (acrossX, acrossY) = ((endY - tipY) / headLength * headWidth, (tipX - endX) / headLength * headWidth);
        var line = Svg.Path(
            FormattableString.Invariant($"M{startX:0.#} {startY:0.#}Q{controlX:0.#} {controlY:0.#} {endX:0.#} {endY:0.#}"),
            style.Paint,
            width,
            style.Dashes.Length == 0 ? [] : [("stroke-dasharray", style.Dashes)]);
        var head = Svg.Element(
            "path",
            [
                (
                    "d",
                    FormattableString.Invariant(
                        $"M{tipX:0.#} {tipY:0.#}L{endX + acrossX:0.#} {endY + acrossY:0.#}L{endX - acrossX:0.#} {endY - acrossY:0.#}Z")),
                ("fill", style.Paint),
            ]);
        // Weak edges step back where there are many.
        var opacity = edge.IsReal ? 0.55 + 0.4 * Math.Min(1, Math.Abs(edge.Change) / widest) : 0.9;
        return Svg.Element(
            "g",
            [("class", "cell " + edge.Verdict.Kind.Word()), ("opacity", opacity)],
            Svg.Element("title", [], EntanglementText.Sentence(edge)),
            line,
            head);
    }

    // Toward the centre, and to the left of the way.
    private static (double X, double Y) Control(LatticePlace from, LatticePlace to, LatticeLayout layout)
    {
        var (middleX, middleY) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        return (
            middleX + 0.22 * (layout.CentreX - middleX) + 0.11 * (to.Y - from.Y),
            middleY + 0.22 * (layout.CentreY - middleY) - 0.11 * (to.X - from.X));
    }

    private static (double X, double Y) Toward(double x, double y, double targetX, double targetY, double distance)
    {
        var length = Math.Max(1e-9, Math.Sqrt((targetX - x) * (targetX - x) + (targetY - y) * (targetY - y)));
        return (x + (targetX - x) / length * distance, y + (targetY - y) / length * distance);
    }
}
