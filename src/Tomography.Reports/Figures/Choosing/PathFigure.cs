using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Draws the front of the candidates as a path: a panel per goal, with lines that tell what the lattice says of each step.
/// </summary>
internal static class PathFigure
{
    private const double Left = 76, Top = 34, Width = 600, Height = 92, Gap = 34, MostLabels = 24;

    /// <summary>The figure; null where the path has fewer than two candidates.</summary>
    public static ReportFigure? Of(Choice choice, Func<PropertyName, string> unit) => choice.Path.Candidates.Length < 2 ? null : new(
        "front-path",
        "The front of the candidates as a path, goal by goal.",
        "Candidates that no other is predicted to beat in every goal, from the best by the first goal on to the nearest that is left, with "
            + "the standard deviation that is expected. A line between neighbours tells what the lattice says of the edges between goals "
            + "that change along it by more than the models differ: blue where one informs and all pass the gates.",
        Draw(choice, unit),
        FigureData.Of(
            choice.Path.Candidates.SelectMany((c, place) => choice.Goals.Select((g, i) => (Place: place, Of: c, Goal: g, At: i))),
            ("place", r => r.Place + 1),
            ("id", r => r.Of.Id),
            ("formula", r => r.Of.Formula),
            ("goal", r => r.Goal.Property.Value),
            ("predicted", r => r.Of.Estimates[r.At].Mean),
            ("deviation", r => r.Of.Estimates[r.At].Deviation),
            ("chance", r => r.Of.Chance),
            ("edges_to_next", r => r.Place < choice.Path.Steps.Length
                ? string.Join("; ", choice.Path.Steps[r.Place].Edges.Select(e => $"{e.Verdict.Feature.Label()} > {e.Verdict.Target.Value} "
                    + $"{e.Verdict.Kind.ToString().ToLowerInvariant()}"))
                : null),
            ("step_to_next", r => r.Place < choice.Path.Steps.Length ? TrustStyle.Word(choice.Path.Steps[r.Place].Trust) : null)));

    private static string Draw(Choice choice, Func<PropertyName, string> unit)
    {
        var path = choice.Path;
        var bottom = Top + choice.Goals.Length * (Height + Gap);
        var figure = Svg.Figure(
            "chart front-path", Left + Width + 60, bottom + 84, "The front of the candidates as a path",
            $"{NumberText.Count(path.Candidates.Length)} candidates by {NumberText.Count(choice.Goals.Length)} goals.");
        var across = new Axis(0, path.Candidates.Length - 1, Left + 8, Left + Width - 8);
        foreach (var (place, goal) in choice.Goals.Index())
            figure.Add(Panel(choice, place, goal, unit(goal.Property), across, Top + place * (Height + Gap)));
        if (path.Candidates.Length <= MostLabels)
            foreach (var (place, candidate) in path.Candidates.Index())
                figure.Add(Svg.Element(
                    "g",
                    [("transform", FormattableString.Invariant($"translate({across.At(place) + 3:0.#} {bottom - 22:0.#}) rotate(40)"))],
                    Svg.Line(0, 0, 9, "start", FigureColours.Soft, candidate.Formula)));
        figure.Add(Legend(Left, bottom + 74));
        return Svg.Write(figure);
    }

    private static IEnumerable<XElement> Panel(Choice choice, int goal, Goal of, string unit, Axis across, double top)
    {
        var path = choice.Path;
        GoalEstimate[] values = [.. path.Candidates.Select(c => c.Estimates[goal])];
        var up = Axis.Around(values.SelectMany(v => new[] { v.Mean - v.Deviation, v.Mean + v.Deviation }), top + Height, top);
        yield return Svg.Line(Left, top - 8, 12, "start", FigureColours.Ink, ChoiceText.Of(of, unit), ("font-weight", "600"));
        foreach (var part in PlotText.Up(up, Left, Left + Width)) yield return part;
        foreach (var bound in (double?[])[of.From, of.To])
            if (bound is { } b && up.Holds(b))
                yield return Svg.Path(
                    FormattableString.Invariant($"M{Left} {up.At(b):0.#}h{Width}"), FigureColours.Harms, 1, ("stroke-dasharray", "4 3"));
        foreach (var (place, step) in path.Steps.Index())
            yield return Svg.Path(
                FormattableString.Invariant($"M{across.At(place):0.#} {up.At(values[place].Mean):0.#}L{across.At(place + 1):0.#} ")
                    + FormattableString.Invariant($"{up.At(values[place + 1].Mean):0.#}"),
                TrustStyle.Colour(step.Trust), step.Changing.Contains(of.Property) ? 2.4 : 1.2, TrustStyle.Dashes(step.Trust));
        foreach (var (place, value) in values.Index())
        {
            yield return Svg.Path(
                FormattableString.Invariant($"M{across.At(place):0.#} {up.At(value.Mean - value.Deviation):0.#}V")
                    + FormattableString.Invariant($"{up.At(value.Mean + value.Deviation):0.#}"),
                FigureColours.Line, 1);
            yield return Svg.Element(
                "g", [("class", "cell")],
                Svg.Element(
                    "title", [],
                    $"{path.Candidates[place].Id} {path.Candidates[place].Formula}: {of.Property} {ChoiceText.Value(value, unit)}"),
                Svg.Element(
                    "circle",
                    [("cx", across.At(place)), ("cy", up.At(value.Mean)), ("r", values.Length > MostLabels ? 2 : 3.2),
                        ("fill", FigureColours.Ink)]));
        }
    }

    private static IEnumerable<XElement> Legend(double x, double y)
    {
        foreach (var trust in TrustStyle.All)
        {
            yield return Svg.Path(
                FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}h24"), TrustStyle.Colour(trust), 2.4, TrustStyle.Dashes(trust));
            yield return Svg.Line(x + 29, y, 10.5, "start", FigureColours.Ink, TrustStyle.Word(trust));
            x += 48 + 5.6 * TrustStyle.Word(trust).Length;
        }
    }
}
