using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws how importance and verdicts come about, as Figure 3 of [T], with the numbers of the study.</summary>
internal static class MethodFigure
{
    private const double BoxHeight = 74;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a study.</summary>
    public static ReportFigure Of(StudyAnalysis analysis)
    {
        var numbers = Numbers(analysis);
        return new(
            "method",
            "How this study comes to its verdicts.",
            "As Figure 3 of [T], with the numbers of this study. One baseline per representation, target and seed serves all features, "
                + "since it is the same network with the feature masked.",
            Draw(analysis),
            FigureData.Of(numbers, ("what", n => n.What), ("number", n => n.Count)));
    }

    private static (string What, int Count)[] Numbers(StudyAnalysis analysis) =>
    [
        ("materials", analysis.Dataset.Materials), ("formulas", analysis.Dataset.Formulas),
        ("representations", analysis.Representations.Length), ("targets", analysis.Targets.Length),
        ("rows of features, controls included", analysis.Features.Length), ("seeds", analysis.Seeds.Length),
        ("models planned", analysis.PlannedModels), ("models trained", analysis.PlannedModels - analysis.MissingModels.Length),
        ("edges with a verdict", analysis.Verdicts.Length),
        .. Enum.GetValues<VerdictKind>().Select(kind => ($"edges: {kind.Word()}", analysis.Verdicts.Count(v => v.Kind == kind))),
    ];

    private static string Draw(StudyAnalysis analysis)
    {
        var figure = Svg.Figure(
            "scheme", 1060, 300, "How this study comes to its verdicts",
            $"{Count(analysis.PlannedModels - analysis.MissingModels.Length)} of {Count(analysis.PlannedModels)} models are trained; their "
                + $"errors give {Count(analysis.Verdicts.Length)} verdicts.");
        var representations = string.Join(" or ", analysis.Representations.Select(r => r.Name));
        var verdicts = Enum.GetValues<VerdictKind>().Select(kind => (Kind: kind, Count: analysis.Verdicts.Count(v => v.Kind == kind)));
        figure.Add(
            Box(10, 112, 168, "crystals", $"{Count(analysis.Dataset.Materials)} materials", $"{Count(analysis.Dataset.Formulas)} formulas"),
            Box(238, 112, 168, "representation", representations, "what the model sees"),
            Box(476, 30, 230, "baseline", "predicts property B", $"{Plural(analysis.Targets.Length, "target")} \u00d7 {Seeds(analysis)}"),
            Box(
                476, 194, 230, "augmented model", "is told property A, predicts B",
                $"{Plural(analysis.Features.Length, "row")} of features \u00d7 {Plural(analysis.Targets.Length, "target")} \u00d7 "
                    + Seeds(analysis)),
            Box(762, 112, 130, "change", "of the test error,", "paired by seed"));
        figure.Add(
            Arrow(178, 149, 238, 149), Arrow(406, 139, 476, 67), Arrow(406, 159, 476, 231), Arrow(706, 67, 762, 135),
            Arrow(706, 231, 762, 163), Arrow(892, 149, 936, 149));
        figure.Add(Svg.Line(591, 154, 11, "middle", FigureColours.Soft, "same split, initial weights and batch order"));
        figure.Add(Svg.Line(944, 82, 12.5, "start", Ink, "verdict", ("font-weight", "600")));
        foreach (var (place, (kind, count)) in verdicts.Index())
            figure.Add(
                HeatmapMark.Draw(kind, 951, 102 + 24 * place, Ink),
                Svg.Line(966, 106 + 24 * place, 11.5, "start", Ink, $"{Count(count)} {kind.Word()}"));
        return Svg.Write(figure);
    }

    private static IEnumerable<XElement> Box(double x, double y, double width, string title, string first, string second)
    {
        yield return Svg.Box(
            x, y, width, BoxHeight, ("rx", 5), ("fill", FigureColours.Faint), ("stroke", FigureColours.Soft), ("stroke-width", 1.2));
        yield return Svg.Line(x + width / 2, y + 24, 13, "middle", Ink, title, ("font-weight", "600"));
        yield return Svg.Line(x + width / 2, y + 44, 11, "middle", Ink, first);
        yield return Svg.Line(x + width / 2, y + 60, 11, "middle", Ink, second);
    }

    private static IEnumerable<XElement> Arrow(double x, double y, double toX, double toY)
    {
        var length = Math.Sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y));
        var (dx, dy) = ((toX - x) / length, (toY - y) / length);
        var (endX, endY) = (toX - 8 * dx, toY - 8 * dy);
        yield return Svg.Path(FormattableString.Invariant($"M{x:0.#} {y:0.#}L{endX:0.#} {endY:0.#}"), FigureColours.Soft, 1.6);
        yield return Svg.Element(
            "path",
            [
                (
                    "d", FormattableString.Invariant(
                        $"M{toX:0.#} {toY:0.#}L{endX - 4 * dy:0.#} {endY + 4 * dx:0.#}L{endX + 4 * dy:0.#} {endY - 4 * dx:0.#}Z")),
                ("fill", FigureColours.Soft),
            ]);
    }

    private static string Seeds(StudyAnalysis analysis) => Plural(analysis.Seeds.Length, "seed");

    private static string Plural(int count, string one) => $"{Count(count)} {one}{(count == 1 ? "" : "s")}";

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
