using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws how long models trained: for each representation, and without and with features, all of them and their
/// quartiles.</summary>
internal static class TimesFigure
{
    private const double PlotWidth = 560, RowHeight = 38, Left = 210, Top = 14;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of some runs; null where there is none.</summary>
    public static ReportFigure? Of(ImmutableArray<ModelRun> runs)
    {
        var groups = TimesGroup.Of(runs);
        return groups.IsEmpty ? null : new(
            "times",
            "Training times of the models.",
            "Wall time of the training loop with its validation, as each result states it; models that a device trains in step share it. "
                + "A line from the shortest to the longest, a box from the first to the third quartile, a bar at the middle.",
            Draw(groups),
            FigureData.Of(
                groups,
                ("models", g => g.Name),
                ("device", g => g.Device),
                ("count", g => g.Count),
                ("least_seconds", g => g.Least),
                ("first_quartile_seconds", g => g.FirstQuartile),
                ("median_seconds", g => g.Median),
                ("third_quartile_seconds", g => g.ThirdQuartile),
                ("most_seconds", g => g.Most),
                ("sum_seconds", g => g.Sum)));
    }

    private static string Draw(ImmutableArray<TimesGroup> groups)
    {
        var bottom = Top + groups.Length * RowHeight;
        var axis = Axis.Around([0, groups.Max(g => g.Most)], Left, Left + PlotWidth, 5);
        var figure = Svg.Figure(
            "chart times", Left + PlotWidth + 40, bottom + 46, "Training times of the models",
            string.Join("; ", groups.Select(g => $"{g.Name}, {g.Device}: {Seconds(g.Median)} in the middle")) + ".");
        figure.Add(PlotText.Across(axis, Top - 8, bottom, 5));
        foreach (var (place, group) in groups.Index()) figure.Add(Row(group, axis, Top + (place + 0.5) * RowHeight));
        figure.Add(Svg.Line(Left + PlotWidth / 2, bottom + 34, 11, "middle", Ink, "seconds per model"));
        return Svg.Write(figure);
    }

    private static XElement Row(TimesGroup group, Axis axis, double y) => Svg.Element(
        "g",
        [("class", "cell")],
        Svg.Element(
            "title", [], $"{group.Name}, {group.Device}: {NumberText.Count(group.Count)} models, {Seconds(group.Least)} to "
                + $"{Seconds(group.Most)}, {Seconds(group.Sum)} in all"),
        Svg.Line(Left - 12, y - 1, 12, "end", Ink, group.Name),
        Svg.Line(Left - 12, y + 12, 10, "end", FigureColours.Soft, $"{NumberText.Count(group.Count)} on {group.Device}"),
        Svg.Path(FormattableString.Invariant($"M{axis.At(group.Least):0.#} {y:0.#}H{axis.At(group.Most):0.#}"), Ink, 1.2),
        Svg.Box(
            axis.At(group.FirstQuartile), y - 8, Math.Max(1, axis.At(group.ThirdQuartile) - axis.At(group.FirstQuartile)), 16,
            ("fill", FigureColours.Bar), ("stroke", Ink), ("stroke-width", 0.8)),
        Svg.Path(FormattableString.Invariant($"M{axis.At(group.Median):0.#} {y - 8:0.#}v16"), Ink, 2.2));

    /// <summary>A time as people read it.</summary>
    internal static string Seconds(double seconds) => seconds switch
    {
        < 100 => seconds.ToString("0.#", CultureInfo.InvariantCulture) + " s",
        < 6000 => (seconds / 60).ToString("0.#", CultureInfo.InvariantCulture) + " min",
        _ => (seconds / 3600).ToString("0.#", CultureInfo.InvariantCulture) + " h",
    };
}
