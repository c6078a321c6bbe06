using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>
/// Draws the errors of the baselines as shares of that of the best constant, each seed and their mean, and the band in which the least
/// error lies that any function of the formula can have.
/// </summary>
internal static class BaselineFigure
{
    private const double RowHeight = 22, Between = 16, PlotWidth = 560, Top = 20, Most = 1.5;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a study; null where there is no baseline.</summary>
    public static ReportFigure? Of(ReportInput input)
    {
        var points = BaselinePoint.Of(input);
        if (points.All(point => point.Mean is null)) return null;
        return new(
            "baselines",
            "Errors of the baselines against the best constant and the ceiling of composition.",
            "Mean absolute error on the test part divided by that of the best constant (the median of the training part): 1 is a model "
                + "that has learnt nothing, 0 one without error. Small marks are seeds, the large one is their mean. The grey band holds "
                + "the least error that any function of the formula can have, from materials of one formula, divided by the error of the "
                + "constant on the same materials; none where there are too few.",
            Draw(input.Analysis, points),
            FigureData.Of(
                points,
                ("target", p => p.Baseline.Target.Name.Value),
                ("unit", p => p.Baseline.Target.Unit),
                ("representation", p => p.Baseline.Representation.Name),
                ("test_mae", p => p.Baseline.TestMae?.Mean),
                ("constant_mae", p => p.Baseline.ConstantMae),
                ("share_of_constant", p => p.Mean),
                ("smallest_seed", p => p.Seeds.IsEmpty ? null : p.Seeds.Min()),
                ("largest_seed", p => p.Seeds.IsEmpty ? null : p.Seeds.Max()),
                ("seeds", p => p.Seeds.Length),
                ("ceiling_at_least", p => Ceiling(input.Analysis, p.Baseline)?.Least),
                ("ceiling_at_most", p => Ceiling(input.Analysis, p.Baseline)?.Most)));
    }

    /// <summary>Draws the figure as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(StudyAnalysis analysis, ImmutableArray<BaselinePoint> points)
    {
        var left = HeatmapLayout.Room(analysis.Targets.Max(target => target.Name.Value.Length), 0).Left;
        var block = analysis.Representations.Length * RowHeight;
        var bottom = Top + analysis.Targets.Length * (block + Between);
        var largest = points.SelectMany(point => point.Seeds).DefaultIfEmpty(1).Max();
        var axis = new Axis(0, Math.Clamp(Math.Ceiling(10 * largest) / 10, 1.1, Most), left, left + PlotWidth);
        var figure = Svg.Figure(
            "chart",
            Math.Max(left + PlotWidth + 40, left + 600),
            bottom + 76,
            "Errors of the baselines against the best constant and the ceiling of composition",
            string.Join("; ", points.Where(point => point.Mean is not null).Select(point =>
                $"{point.Baseline.Target.Name} in {point.Baseline.Representation.Name} {NumberText.Fixed(point.Mean!.Value, 2)}")) + ".");
        figure.Add(PlotText.Across(axis, Top - 6, bottom, 8));
        figure.Add(Svg.Path(FormattableString.Invariant($"M{axis.At(1):0.#} {Top - 6}V{bottom:0.#}"), Ink, 1.6));
        figure.Add(Svg.Line(axis.At(1), Top - 9, 10.5, "middle", Ink, "best constant"));
        foreach (var (place, target) in analysis.Targets.Index())
        {
            var top = Top + place * (block + Between) + Between / 2;
            figure.Add(Svg.Line(left - 12, top + block / 2 + 4, HeatmapLayout.LabelSize, "end", Ink, target.Name.Value));
            var own = points.Where(point => point.Baseline.Target.Name == target.Name).ToArray();
            figure.Add(Band(Ceiling(analysis, own[0].Baseline), target.Name.Value, axis, top, block));
            foreach (var (row, point) in own.Index()) figure.Add(Row(point, axis, top + (row + 0.5) * RowHeight));
        }

        figure.Add(Svg.Line(left + PlotWidth / 2, bottom + 33, 11, "middle", Ink, "test error as a share of that of the best constant"));
        figure.Add(Legend(analysis, left, bottom + 60));
        return Svg.Write(figure);
    }

    private static XElement? Band((double Least, double Most)? ceiling, string target, Axis axis, double top, double height) =>
        ceiling is not { } known ? null : Svg.Element(
            "g",
            [("class", "cell")],
            Svg.Element(
                "title", [], $"{target}: the least error of any function of the formula is {NumberText.Fixed(known.Least, 2)} to "
                    + $"{NumberText.Fixed(known.Most, 2)} of that of the constant"),
            Svg.Box(
                axis.At(known.Least), top, Math.Max(2, axis.At(known.Most) - axis.At(known.Least)), height,
                ("fill", FigureColours.Line), ("stroke", FigureColours.Soft), ("stroke-width", 0.75)));

    private static XElement Row(BaselinePoint point, Axis axis, double y)
    {
        var of = $"{point.Baseline.Target.Name}, {point.Baseline.Representation.Name}";
        if (point.Mean is not { } mean)
            return Svg.Element(
                "g", [("class", "cell")], Svg.Element("title", [], $"{of}: no result"),
                Svg.Line(axis.Start + 6, y + 4, 10.5, "start", FigureColours.Soft, "no result"));
        var colour = Series.ColourOf(point.Baseline.Representation);
        var row = Svg.Element(
            "g",
            [("class", "cell")],
            Svg.Element(
                "title", [], $"{of}: {NumberText.Fixed(mean, 3)} of the error of the best constant "
                    + $"({NumberText.Fixed(point.Seeds.Min(), 3)} to {NumberText.Fixed(point.Seeds.Max(), 3)}, "
                    + $"{NumberText.Count(point.Seeds.Length)} seeds)"));
        row.Add(Svg.Path(
            FormattableString.Invariant($"M{axis.At(point.Seeds.Min()):0.#} {y:0.#}H{axis.At(point.Seeds.Max()):0.#}"), colour, 1.6));
        foreach (var seed in point.Seeds)
            row.Add(Svg.Path(FormattableString.Invariant($"M{axis.At(seed):0.#} {y - 5:0.#}v10"), colour, 1.4));
        row.Add(Series.Mark(point.Baseline.Representation, axis.At(mean), y));
        if (mean > axis.To) row.Add(Svg.Line(axis.End + 8, y + 4, 10.5, "start", Ink, $"{NumberText.Signed(mean).TrimStart('+')} \u2192"));
        return row;
    }

    private static IEnumerable<XElement> Legend(StudyAnalysis analysis, double x, double y)
    {
        foreach (var representation in analysis.Representations)
        {
            yield return Series.Mark(representation, x + 6, y - 4);
            yield return Svg.Line(x + 18, y, 11, "start", Ink, representation.Name);
            x += 110;
        }

        yield return Svg.Box(x, y - 12, 26, 15, ("fill", FigureColours.Line), ("stroke", FigureColours.Soft), ("stroke-width", 0.75));
        yield return Svg.Line(x + 34, y, 11, "start", Ink, "ceiling of composition: the formula alone can do no better");
    }

    private static (double Least, double Most)? Ceiling(StudyAnalysis analysis, BaselineError baseline) =>
        analysis.Ceilings.FirstOrDefault(ceiling => ceiling.Target == baseline.Target.Name) is
            { IsKnown: true, Least: { } least, LeaveOneOut: { } most, ConstantMae: > 0 and { } constant }
            ? (least.Value / constant, most.Value / constant)
            : null;
}
