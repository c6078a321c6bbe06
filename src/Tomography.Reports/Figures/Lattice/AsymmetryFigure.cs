using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// Draws how far influence runs one way: for each pair of properties what the first does for the second against what the second does for
/// the first.
/// </summary>
internal static class AsymmetryFigure
{
    private static readonly ImmutableArray<(string Name, Func<Pair, object?> Value)> s_columns =
    [
        ("representation", p => p.Representation),
        ("first", p => p.Forth.Feature.Value),
        ("second", p => p.Forth.Target.Value),
        ("first_to_second_change", p => p.Forth.Change),
        ("second_to_first_change", p => p.Back.Change),
        ("first_to_second_verdict", p => p.Forth.Verdict.Kind.Word()),
        ("second_to_first_verdict", p => p.Back.Verdict.Kind.Word()),
    ];

    /// <summary>The figure of a study; null where no pair was judged both ways.</summary>
    public static ReportFigure? Of(StudyAnalysis analysis)
    {
        var pairs = analysis.Entanglement.Representations.SelectMany(PairsOf).ToImmutableArray();
        return pairs.IsEmpty ? null : new(
            "asymmetry",
            "Influence both ways: what one property does for another against the reverse.",
            "Each point is a pair of properties, both features and both targets, whose edges were both judged. Across: by how many "
                + "percent the first, as a feature, reduces the test error of the second; up: the reverse. On the dashed line both "
                + "are alike. Filled where one of the two "
                + "edges informs.",
            Draw(pairs),
            FigureData.Of(pairs, [.. s_columns]));
    }

    private static string Draw(ImmutableArray<Pair> pairs)
    {
        var panels = pairs.GroupBy(pair => pair.Representation).Select(Panel).ToImmutableArray();
        var figure = Svg.Figure(
            "chart scatter", panels.Length * ScatterPanel.Width + 16, ScatterPanel.Height + 20,
            "Influence both ways between pairs of properties",
            $"{NumberText.Count(pairs.Length)} pairs; one of the two edges informs in "
                + $"{NumberText.Count(pairs.Count(pair => pair.IsReal))}, "
                + $"both in {NumberText.Count(pairs.Count(pair => pair.Forth.IsReal && pair.Back.IsReal))}.");
        figure.Add(ScatterPanel.Draw(panels, isSquare: true));
        return Svg.Write(figure);
    }

    private static ScatterPanel Panel(IGrouping<string, Pair> pairs) => new(
        pairs.Key, "reduction of the error, first \u2192 second, %", "second \u2192 first, %",
        [
            .. pairs.OrderByDescending(pair => Math.Abs(pair.Forth.Change - pair.Back.Change)).Select(pair => new ScatterPoint(
                -100 * pair.Forth.Change,
                -100 * pair.Back.Change,
                pair.IsReal ? $"{pair.Forth.Feature}, {pair.Forth.Target}" : "",
                $"{Words(pair.Forth)}; {Words(pair.Back)}",
                (x, y) => Mark(x, y, pair.IsReal))),
        ]);

    private static string Words(Edge edge) =>
        $"{edge.Feature} \u2192 {edge.Target}: {NumberText.Signed(100 * edge.Change)} %, {edge.Verdict.Words()}";

    private static XElement Mark(double x, double y, bool isReal) => Svg.Element(
        "circle",
        [
            ("cx", x), ("cy", y), ("r", 4.5), ("fill", isReal ? FigureColours.Informs : FigureColours.Paper),
            ("stroke", FigureColours.Informs), ("stroke-width", 1.4),
        ]);

    private static IEnumerable<Pair> PairsOf(LatticeAnalysis analysis)
    {
        var nodes = analysis.Lattice.Nodes;
        return
            from forth in analysis.Lattice.Edges
            where nodes.IndexOf(forth.Feature) < nodes.IndexOf(forth.Target)
            let back = analysis.Lattice.Find(forth.Target, forth.Feature)
            where back is not null && forth.IsJudged && back.IsJudged
            select new Pair(analysis.Lattice.Scope(), forth, back);
    }

    private sealed record Pair(string Representation, Edge Forth, Edge Back)
    {
        public bool IsReal => Forth.IsReal || Back.IsReal;
    }
}
