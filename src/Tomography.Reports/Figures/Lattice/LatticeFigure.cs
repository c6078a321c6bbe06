using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Draws an entanglement lattice: properties on a circle by community, an arrow from feature to target for every edge that informs, harms
/// or has an effect that is not to be trusted.
/// </summary>
/// <remarks>
/// Width tells the size of the change, colour and dashes the verdict. All other edges are counted in the legend and not drawn. Every
/// arrow has a full sentence as its title. The figure needs no style sheet and no script.</remarks>
internal static class LatticeFigure
{
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a lattice.</summary>
    /// <param name="analysis">The lattice with its communities.</param>
    /// <param name="widest">Size of the change (a fraction) that gets the widest arrow.</param>
    public static ReportFigure Of(LatticeAnalysis analysis, double widest) => new(
        $"lattice-{analysis.Lattice.Scope()}",
        $"Entanglement lattice, {analysis.Lattice.Scope()}.",
        "An arrow is drawn where the verdict on feature and target is that the feature informs or harms, or that its effect is not to be "
            + "trusted; its width is the change of the test error. Communities (letters and arcs) are those of the largest modularity of "
            + "the weights of edges that inform.",
        Draw(analysis, widest),
        Data(analysis));

    /// <summary>The figure of a lattice whose edges are transfers.</summary>
    /// <param name="analysis">The lattice with its communities.</param>
    /// <param name="widest">Size of the change (a fraction) that gets the widest arrow.</param>
    public static ReportFigure OfTransfer(LatticeAnalysis analysis, double widest) => new(
        $"transfer-lattice-{analysis.Lattice.Scope()}",
        $"Transfer lattice, {analysis.Lattice.Scope()}.",
        "An arrow is drawn where the verdict is that learning the first property along helps or harms the second, or that its effect is "
            + "not to be trusted; its width is the change of the test error against the model of the second alone. Communities as in the "
            + "entanglement lattice.",
        Draw(analysis, widest, "Transfer lattice"),
        Data(analysis));

    /// <summary>The numbers of the figure of a lattice, a row per measured edge.</summary>
    internal static FigureData Data(LatticeAnalysis analysis) => FigureData.Of(
        analysis.Lattice.Edges,
        ("feature", edge => edge.Feature.Value),
        ("target", edge => edge.Target.Value),
        ("verdict", edge => edge.Verdict.Kind.Word()),
        ("reason", edge => edge.Verdict.Reason.Word()),
        ("change", edge => edge.Change),
        ("low", edge => edge.Verdict.Effect?.Low),
        ("high", edge => edge.Verdict.Effect?.High),
        ("weight", edge => edge.Weight),
        ("drawn", edge => edge.IsReal || edge.IsPathological),
        ("community_of_feature", edge => CommunityOf(analysis, edge.Feature)),
        ("community_of_target", edge => CommunityOf(analysis, edge.Target)));

    private static string? CommunityOf(LatticeAnalysis analysis, PropertyName node) =>
        analysis.Communities.Index().FirstOrDefault(each => each.Item.Members.Contains(node)) is { Item: not null } found
            ? EntanglementText.CommunityLetter(found.Index)
            : null;

    /// <summary>Draws a lattice as one <c>svg</c> element; lines end in LF.</summary>
    /// <param name="analysis">The lattice with its communities.</param>
    /// <param name="widest">Size of the change (a fraction) that gets the widest arrow; null for the largest of this lattice.</param>
    /// <param name="title">What it is.</param>
    /// <param name="scope">What it covers; null for its representation.</param>
    /// <param name="noTarget">What a property is that is no target.</param>
    public static string Draw(
        LatticeAnalysis analysis, double? widest = null, string title = "Entanglement lattice", string? scope = null,
        string noTarget = "only a feature")
    {
        var scale = widest ?? WidestOf([analysis]);
        var layout = LatticeLayout.Of(analysis);
        var legend = LatticeLegend.Draw(8, layout.Height + 8, analysis.Lattice, scale, noTarget).ToArray();
        var width = Math.Max(layout.Width, LatticeLegend.Width);
        var figure = Svg.Figure(
            "lattice",
            width,
            layout.Height + 16 + LatticeLegend.Height,
            $"{title}, {scope ?? analysis.Lattice.Scope()}",
            $"{NumberText.Count(analysis.Lattice.Nodes.Length)} properties, {NumberText.Count(analysis.Lattice.RealEdges.Count())} "
                + $"edges that inform, {NumberText.Count(analysis.Lattice.Edges.Count(edge => edge.IsPathological))} not to trust, "
                + $"{NumberText.Count(analysis.Communities.Length)} communities.");
        var drawing = Svg.Element("g", [("transform", FormattableString.Invariant($"translate({(width - layout.Width) / 2:0.#} 0)"))]);
        figure.Add(drawing);
        drawing.Add(
            layout
                .Places.GroupBy(place => place.Community)
                .Where(group => group.Key is not null)
                .SelectMany(group => Band(layout, group.First().Angle, group.Last().Angle, group.Key!.Value)));
        var places = layout.Places.ToDictionary(place => place.Node);
        drawing.Add(
            Drawn(analysis.Lattice).Select(edge => LatticeArrow.Draw(edge, places[edge.Feature], places[edge.Target], layout, scale)));
        drawing.Add(layout.Places.Select(place => Node(place, analysis.Lattice.Targets.Contains(place.Node))));
        figure.Add(legend);
        return Svg.Write(figure);
    }

    /// <summary>
    /// Size of the largest change among the real edges of some lattices, a fraction; where there is none, among all that are drawn; else
    /// 1.
    /// </summary>
    internal static double WidestOf(IReadOnlyCollection<LatticeAnalysis> lattices)
    {
        var decided = lattices.SelectMany(analysis => Drawn(analysis.Lattice)).ToArray();
        var real = decided.Where(edge => edge.IsReal).ToArray();
        return (real.Length > 0 ? real : decided).Select(edge => Math.Abs(edge.Change)).DefaultIfEmpty(1).Max();
    }

    // The strong over the weak, and those not to trust on top.
    internal static IEnumerable<Edge> Drawn(EntanglementLattice lattice) =>
        lattice
            .Edges.Where(edge => edge.IsReal || edge.IsPathological)
            .OrderBy(edge => edge.IsPathological)
            .ThenBy(edge => Math.Abs(edge.Change));

    // A community is a shaded band that its properties stand on; the letter stands in their marks.
    private static IEnumerable<XElement> Band(LatticeLayout layout, double from, double to, int community)
    {
        var (inner, outer) = (layout.Radius - LatticeLayout.NodeRadius - 8, layout.Radius + LatticeLayout.NodeRadius + 8);
        var reach = Math.Min(0.5 * Math.PI, 17 / layout.Radius);
        var (start, end) = (from - reach, to + reach);
        var isLarge = end - start > Math.PI ? 1 : 0;
        var path = $"M{At(outer, start)}" + FormattableString.Invariant($"A{outer:0.#} {outer:0.#} 0 {isLarge} 1 ") + At(outer, end)
            + $"L{At(inner, end)}" + FormattableString.Invariant($"A{inner:0.#} {inner:0.#} 0 {isLarge} 0 ") + At(inner, start) + "Z";
        yield return Svg.Element(
            "path",
            [
                ("d", path), ("class", "community"), ("fill", FigureColours.Faint), ("stroke", FigureColours.Soft), ("stroke-width", 1.2),
                ("stroke-linejoin", "round"),
            ],
            Svg.Element("title", [], $"Community {EntanglementText.CommunityLetter(community)}"));

        string At(double radius, double angle) => FormattableString.Invariant(
            $"{layout.CentreX + radius * Math.Cos(angle):0.#} {layout.CentreY + radius * Math.Sin(angle):0.#}");
    }

    private static XElement Node(LatticePlace place, bool isTarget)
    {
        var (cos, sin) = (Math.Cos(place.Angle), Math.Sin(place.Angle));
        var (labelX, labelY) = (place.X + LatticeLayout.LabelDistance * cos, place.Y + LatticeLayout.LabelDistance * sin);
        var anchor = cos > 0.25 ? "start" : cos < -0.25 ? "end" : "middle";
        var node = Svg.Element("g", [("class", isTarget ? "target" : "source")], Shape(place.X, place.Y, isTarget));
        if (place.Community is { } community)
            node.Add(
                Svg.Line(
                    place.X,
                    place.Y + 4,
                    11,
                    "middle",
                    isTarget ? FigureColours.Paper : Ink,
                    EntanglementText.CommunityLetter(community),
                    ("font-weight", "600")));
        node.Add(
            Svg.Line(
                labelX,
                labelY + (Math.Abs(cos) <= 0.25 ? (sin < 0 ? 0 : 9) : 4.5),
                LatticeLayout.LabelSize,
                anchor,
                Ink,
                place.Node.Value));
        return node;
    }

    /// <summary>The mark of a property: a dark disc for a target, a white square for a property that is only a feature.</summary>
    internal static XElement Shape(double x, double y, bool isTarget, double size = LatticeLayout.NodeRadius) =>
        isTarget
            ? Svg.Element("circle", [("cx", x), ("cy", y), ("r", size), ("fill", FigureColours.Ink)])
            : Svg.Box(
                x - 0.9 * size,
                y - 0.9 * size,
                1.8 * size,
                1.8 * size,
                ("fill", FigureColours.Paper),
                ("stroke", FigureColours.Ink),
                ("stroke-width", 1.6));
}
