using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Draws candidates by two goals: what is known, what is predicted, the path along the front, and what is chosen.</summary>
internal static class FrontFigure
{
    private const double Left = 76, Top = 30, Side = 400;
    private const int MostDots = 800, Steps = 8;

    /// <summary>The figure; null where there is no candidate.</summary>
    public static ReportFigure? Of(Choice choice, Func<PropertyName, string> unit)
    {
        var shown = Shown(choice);
        return shown.Length == 0 ? null : new(
            "candidate-front",
            choice.IsAgainstChance
                ? "Candidates by what is predicted and by the chance that they keep all bounds."
                : "Candidates by the first two goals that tell better from worse.",
            "Dots are candidates by the mean of the models, open squares the front of the known materials that keep all bounds. The line "
                + $"is the front of the candidates. Numbers give the order of choosing. Of more than {MostDots} candidates, those of the "
                + "front, the chosen ones and evenly many of the others are drawn.",
            Draw(choice, shown, unit),
            FigureData.Of(
                shown,
                ("id", c => c.Id),
                ("formula", c => c.Formula),
                ("across", c => X(choice, c)),
                ("up", c => Y(choice, c)),
                ("chance", c => c.Chance),
                ("improvement", c => c.Improvement),
                ("on_front", c => c.Layer == 0),
                ("chosen", c => choice.Chosen.Any(chosen => chosen.Candidate.Place == c.Place))));
    }

    private static Candidate[] Shown(Choice choice)
    {
        var always = choice.Path.Candidates.Concat(choice.Chosen.Select(c => c.Candidate)).Select(c => c.Place).ToHashSet();
        var step = Math.Max(1, (choice.Candidates.Length + MostDots - 1) / MostDots);
        return [.. choice.Candidates.Where(c => c.Place % step == 0 || always.Contains(c.Place))];
    }

    private static int First(Choice choice) => choice.Space.Places is [var first, ..] ? first : 0;

    private static double X(Choice choice, Candidate candidate) => candidate.Estimates[First(choice)].Mean;

    private static double Y(Choice choice, Candidate candidate) =>
        choice.IsAgainstChance ? 100 * candidate.Chance : candidate.Estimates[choice.Space.Places[1]].Mean;

    private static string Draw(Choice choice, Candidate[] shown, Func<PropertyName, string> unit)
    {
        (double X, double Y)[] known = choice.IsAgainstChance
            ? []
            : [.. choice.KnownFront.Select(k => (k[choice.Space.Places[0]], k[choice.Space.Places[1]])).Order()];
        var across = Axis.Around([.. shown.Select(c => X(choice, c)), .. known.Select(k => k.X)], Left, Left + Side, Steps);
        var up = Axis.Around([.. shown.Select(c => Y(choice, c)), .. known.Select(k => k.Y)], Top + Side, Top, Steps);
        var figure = Svg.Figure(
            "chart candidate-front", Left + Side + 230, Top + Side + 50, "Candidates by two goals",
            $"{NumberText.Count(shown.Length)} candidates, {NumberText.Count(choice.Chosen.Length)} of them chosen.");
        figure.Add(PlotText.Across(across, Top, Top + Side, Steps), PlotText.Up(up, Left, Left + Side, Steps));
        foreach (var candidate in shown)
            figure.Add(Svg.Element(
                "g", [("class", "cell")],
                Svg.Element("title", [], $"{candidate.Id} {candidate.Formula}, chance {ChoiceText.Percent(candidate.Chance)}"),
                Svg.Element(
                    "circle",
                    [("cx", across.At(X(choice, candidate))), ("cy", up.At(Y(choice, candidate))), ("r", 2.2),
                        ("fill", candidate.IsEligible ? FigureColours.Bar : FigureColours.Line)])));
        foreach (var (x, y) in known)
            figure.Add(Svg.Box(
                across.At(x) - 3.5, up.At(y) - 3.5, 7, 7, ("fill", "none"), ("stroke", FigureColours.Ink), ("stroke-width", 1.2)));
        foreach (var step in choice.Path.Steps)
            figure.Add(Svg.Path(
                FormattableString.Invariant($"M{across.At(X(choice, step.From)):0.#} {up.At(Y(choice, step.From)):0.#}L")
                    + FormattableString.Invariant($"{across.At(X(choice, step.To)):0.#} {up.At(Y(choice, step.To)):0.#}"),
                TrustStyle.Colour(step.Trust), 1.8, TrustStyle.Dashes(step.Trust)));
        foreach (var (place, chosen) in choice.Chosen.Index())
            figure.Add(Mark(place, across.At(X(choice, chosen.Candidate)), up.At(Y(choice, chosen.Candidate))));
        var first = choice.Goals[First(choice)].Property;
        figure.Add(Svg.Line(Left + Side / 2, Top + Side + 36, 11, "middle", FigureColours.Ink, WithUnit(first, unit(first))));
        figure.Add(PlotText.Standing(
            22, Top + Side / 2,
            choice.IsAgainstChance ? "chance to keep all bounds, %" : WithUnit(choice.Goals[choice.Space.Places[1]].Property, unit)));
        figure.Add(Legend(Left + Side + 24, Top + 12, choice));
        return Svg.Write(figure);
    }

    private static string WithUnit(PropertyName property, Func<PropertyName, string> unit) => WithUnit(property, unit(property));

    private static string WithUnit(PropertyName property, string unit) => unit.Length == 0 ? property.Value : $"{property}, {unit}";

    private static IEnumerable<XElement> Mark(int place, double x, double y)
    {
        yield return Svg.Element("circle", [("cx", x), ("cy", y), ("r", 4.5), ("fill", FigureColours.Informs)]);
        if (place < 20) yield return Svg.Line(x + 6, y - 5, 10, "start", FigureColours.Ink, NumberText.Count(place + 1));
    }

    private static IEnumerable<XElement> Legend(double x, double y, Choice choice)
    {
        yield return Svg.Element("circle", [("cx", x + 6), ("cy", y - 4), ("r", 4.5), ("fill", FigureColours.Informs)]);
        yield return Svg.Line(x + 20, y, 10.5, "start", FigureColours.Ink, "chosen");
        yield return Svg.Element("circle", [("cx", x + 6), ("cy", y + 14), ("r", 2.6), ("fill", FigureColours.Bar)]);
        yield return Svg.Line(x + 20, y + 18, 10.5, "start", FigureColours.Ink, "candidate");
        yield return Svg.Element("circle", [("cx", x + 6), ("cy", y + 32), ("r", 2.6), ("fill", FigureColours.Line)]);
        yield return Svg.Line(x + 20, y + 36, 10.5, "start", FigureColours.Ink, "known or stopped");
        y += 54;
        if (!choice.IsAgainstChance)
        {
            yield return Svg.Box(x + 2.5, y - 7.5, 7, 7, ("fill", "none"), ("stroke", FigureColours.Ink), ("stroke-width", 1.2));
            yield return Svg.Line(x + 20, y, 10.5, "start", FigureColours.Ink, "front of the known");
            y += 18;
        }

        foreach (var trust in TrustStyle.All.Where(t => choice.Path.Steps.Any(s => s.Trust == t)))
        {
            yield return Svg.Path(
                FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}h14"), TrustStyle.Colour(trust), 2.4, TrustStyle.Dashes(trust));
            yield return Svg.Line(x + 20, y, 10.5, "start", FigureColours.Ink, $"front: {TrustStyle.Word(trust)}");
            y += 18;
        }
    }
}
