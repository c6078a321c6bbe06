using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Draws the sets that a search tried as a lattice: larger ones above, a line where one property makes the difference.</summary>
internal static class SetLatticeFigure
{
    private const double Step = 92, Row = 84, Radius = 20, Top = 46, Left = 60;
    private const int MostInRow = 9;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figures of searches, those of a representation counted from its second on.</summary>
    public static IEnumerable<ReportFigure> All(IReadOnlyCollection<SufficiencyAnalysis> all) =>
        from ofOne in all.GroupBy(found => found.Representation)
        from figure in ofOne.Select((found, place) => Of(found, $"sets-{ofOne.Key}{(place == 0 ? "" : $"-{place + 1}")}"))
        where figure is not null
        select figure;

    // Null where nothing was tried.
    private static ReportFigure? Of(SufficiencyAnalysis found, string id)
    {
        var places = Places(found);
        if (places.Count == 0) return null;
        var target = found.Question.Target;
        return new(
            id,
            $"Sets of properties that were tried for {target} in {found.Representation.Name}.",
            "Numbers in a disc are the properties of a set, as listed below; below it stands how much of its validation error a model that "
                + $"is told all of them takes off. Filled: less than {SufficiencyText.Percent(found.Question.Within)} %, so that the set "
                + "suffices by the seeds that search. A bold ring: none of its properties can be spared. A tick: the other seeds show that "
                + "it suffices; a cross: that it does not; a question mark: neither; an exclamation mark: models learn nothing. Lines join "
                + "sets that differ by one property.",
            Draw(found, places),
            FigureData.Of(
                found.Tried,
                ("set", t => t.Set.ToString()),
                ("properties", t => t.Set.Count),
                ("validation_error", t => t.Error),
                ("left", t => t.Left),
                ("of_search", t => t.IsOfSearch),
                ("minimal", t => found.Found.Any(f => f.Set == t.Set)),
                ("verdict", t => found.Found.FirstOrDefault(f => f.Set == t.Set)?.Verdict.Word()),
                ("drawn", t => places.ContainsKey(t.Set))));
    }

    // Rows by size, the largest on top; within a row what leaves least first. Sets with controls stand in no lattice of the properties.
    private static Dictionary<PropertySet, (double X, double Y, TriedSet Set)> Places(SufficiencyAnalysis found)
    {
        var sizes = found.Tried.Where(t => t.IsOfSearch && t.Set.All(found.Question.From.Contains))
            .GroupBy(t => t.Set.Count).OrderByDescending(g => g.Key).ToArray();
        var widest = sizes.Select(g => Math.Min(MostInRow, g.Count())).DefaultIfEmpty(1).Max();
        var places = new Dictionary<PropertySet, (double, double, TriedSet)>();
        foreach (var (row, size) in sizes.Index())
        {
            // Minimal sets are always drawn.
            var drawn = size.OrderByDescending(t => found.Found.Any(f => f.Set == t.Set)).ThenBy(t => t.Left).Take(MostInRow)
                .OrderBy(t => t.Left).ToArray();
            foreach (var (place, tried) in drawn.Index())
                places[tried.Set] = (Left + (place + 0.5 + (widest - drawn.Length) / 2.0) * Step, Top + row * Row, tried);
        }

        return places;
    }

    private static string Draw(SufficiencyAnalysis found, Dictionary<PropertySet, (double X, double Y, TriedSet Set)> places)
    {
        var (width, bottom) = (Math.Max(560, places.Values.Max(p => p.X) + Step / 2 + 8), places.Values.Max(p => p.Y) + 56);
        string[] names = [.. found.Question.From.Select((name, i) => $"{i + 1} {name}")];
        var legend = Lines(names, (int)(width / 6.2)).ToArray();
        var figure = Svg.Figure(
            "chart sets", width, bottom + 16 * legend.Length + 12, $"Sets tried for {found.Question.Target}, {found.Representation.Name}",
            $"{NumberText.Count(places.Count)} sets, {NumberText.Count(found.Found.Length)} of them minimal.");
        foreach (var ((_, larger), (_, smaller)) in from one in places from other in places
                 where one.Key.Count == other.Key.Count + 1 && other.Key.All(one.Key.Contains) select (one, other))
            figure.Add(Svg.Path(
                FormattableString.Invariant($"M{larger.X:0.#} {larger.Y + Radius:0.#}L{smaller.X:0.#} {smaller.Y - Radius:0.#}"),
                FigureColours.Line, 1));
        foreach (var row in places.Values.GroupBy(p => p.Y))
        {
            var count = row.First().Set.Set.Count;
            var size = count == found.Question.From.Length ? "all" : $"{count}";
            figure.Add(Svg.Line(8, row.Key + 4, 10.5, "start", FigureColours.Soft, size));
        }

        foreach (var (x, y, tried) in places.Values) figure.Add(Node(found, tried, x, y));
        foreach (var (line, text) in legend.Index())
            figure.Add(Svg.Line(8, bottom + 16 * line, 10.5, "start", Ink, text));
        return Svg.Write(figure);
    }

    private static XElement Node(SufficiencyAnalysis found, TriedSet tried, double x, double y)
    {
        var (question, minimal) = (found.Question, found.Found.FirstOrDefault(f => f.Set == tried.Set));
        var isEnough = tried.Left < question.Within;
        var left = $"{SufficiencyText.Signed(tried.Left)} %";
        var numbers = tried.Set.Count == question.From.Length ? "all" : tried.Set.IsEmpty ? "none"
            : string.Join('\u00b7', tried.Set.Select(name => question.From.IndexOf(name) + 1).Order());
        var node = Svg.Element(
            "g", [("class", "cell")],
            Svg.Element("title", [], $"{tried.Set.SetLabel()}: all properties take {left} off its validation error"
                + (minimal is null ? "" : $"; minimal, {minimal.Verdict.Word()}")),
            Svg.Element("circle",
            [
                ("cx", x), ("cy", y), ("r", Radius), ("fill", isEnough ? FigureColours.Bar : FigureColours.Paper), ("stroke", Ink),
                ("stroke-width", minimal is null ? 1.0 : 3.0),
            ]),
            Svg.Line(x, y + 4, numbers.Length > 5 ? 9 : 11, "middle", Ink, numbers),
            // Lines pass behind it.
            Svg.Line(
                x, y + Radius + 13, 10, "middle", FigureColours.Soft, left, ("paint-order", "stroke"), ("stroke", FigureColours.Paper),
                ("stroke-width", 4)));
        if (minimal is not null)
            node.Add(Svg.Line(x + Radius + 2, y - Radius + 8, 14, "start", Ink, Mark(minimal.Verdict), ("font-weight", "700")));
        return node;
    }

    private static string Mark(SufficiencyVerdict verdict) => verdict switch
    {
        SufficiencyVerdict.Sufficient => "\u2713",
        SufficiencyVerdict.Insufficient => "\u2717",
        SufficiencyVerdict.Waiting => "\u2026",
        SufficiencyVerdict.NothingLearnt => "!",
        _ => "?",
    };

    private static IEnumerable<string> Lines(IEnumerable<string> names, int most)
    {
        var line = "";
        foreach (var name in names)
        {
            if (line.Length > 0 && line.Length + 3 + name.Length > most)
            {
                yield return line;
                line = "";
            }

            line += (line.Length == 0 ? "" : ",  ") + name;
        }

        if (line.Length > 0) yield return line;
    }
}
