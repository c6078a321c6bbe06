using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws the errors inside the applicability domain and outside, as multiples of the mean error.</summary>
internal static class DomainFigure
{
    private const double Left = 200, Width = 420, RowHeight = 26, Top = 46;
    private const string Ink = FigureColours.Ink, Inside = FigureColours.Informs, Outside = FigureColours.Untrusted;

    /// <summary>The figure; null where no distance is known.</summary>
    public static ReportFigure? Of(UncertaintyAnalysis uncertainty)
    {
        TargetUncertainty[] rows = [.. uncertainty.Targets.Where(t => t is { Domain: not null, Error: > 0 })];
        return rows.Length == 0 ? null : new(
            "domain",
            "Errors inside the applicability domain and outside, as multiples of the mean error.",
            $"Inside is a crystal whose distance to the {uncertainty.Settings.Neighbours} nearest training crystals, in the latent space "
                + $"of the models, is no larger than that of {NumberText.Fixed(100 * uncertainty.Settings.Domain, 0)} % of the training "
                + "crystals to each other. Lines reach two standard deviations of the mean to either side, as if crystals were "
                + "independent.",
            Draw(rows),
            FigureData.Of(
                rows.SelectMany(t => new[] { "inside", "outside" }.Select(where => (
                    Target: t, Where: where, Of: where == "inside" ? t.Domain!.Inside : t.Domain!.Outside))),
                ("target", r => r.Target.Target.Value),
                ("representation", r => r.Target.Representation.Name),
                ("where", r => r.Where),
                ("crystals", r => r.Of.Crystals),
                ("mae", r => r.Of.Mean),
                ("deviation", r => r.Of.Deviation)));
    }

    private static string Draw(TargetUncertainty[] rows)
    {
        var bottom = Top + rows.Length * RowHeight;
        var axis = Axis.Around([0, 1.5, .. rows.SelectMany(Ends)], Left, Left + Width, 5);
        var figure = Svg.Figure(
            "chart domain", Left + Width + 40, bottom + 44, "Errors inside the domain and outside",
            $"{NumberText.Count(rows.Length)} rows with a mark for inside and one for outside.");
        figure.Add(PlotText.Across(axis, Top, bottom, 5));
        figure.Add(Svg.Path(FormattableString.Invariant($"M{axis.At(1):0.#} {Top}V{bottom:0.#}"), FigureColours.Soft, 1.4));
        foreach (var (place, row) in rows.Index()) figure.Add(Row(row, Top + (place + 0.5) * RowHeight, axis));
        figure.Add(Svg.Line(Left + Width / 2, bottom + 32, 11, "middle", Ink, "error, as a multiple of the mean error"));
        figure.Add(
            Mark(true, Left + 6, 20), Svg.Line(Left + 18, 24, 10.5, "start", Ink, "inside"),
            Mark(false, Left + 86, 20), Svg.Line(Left + 98, 24, 10.5, "start", Ink, "outside"));
        return Svg.Write(figure);
    }

    private static XElement Row(TargetUncertainty row, double y, Axis axis)
    {
        var (inside, outside) = (row.Domain!.Inside, row.Domain.Outside);
        var drawn = Svg.Element(
            "g",
            [("class", "cell")],
            Svg.Element(
                "title", [],
                $"{row.Target.Value}, {row.Representation.Name}: {Words(row, inside, "inside")}, {Words(row, outside, "outside")}"),
            Svg.Line(Left - 10, y + 4, 11, "end", Ink, $"{row.Target.Value}, {row.Representation.Name}"));
        foreach (var (isInside, of, at) in new[] { (true, inside, y - 4), (false, outside, y + 4) })
        {
            if (of.Mean is not { } mean) continue;
            if (of.Deviation is { } deviation)
                drawn.Add(Svg.Path(
                    FormattableString.Invariant(
                        $"M{axis.At((mean - 2 * deviation) / row.Error):0.#} {at:0.#}H{axis.At((mean + 2 * deviation) / row.Error):0.#}"),
                    isInside ? Inside : Outside, 1.6));
            drawn.Add(Mark(isInside, axis.At(mean / row.Error), at));
        }

        return drawn;
    }

    private static XElement Mark(bool isInside, double x, double y) => isInside
        ? Svg.Element("circle", [("cx", x), ("cy", y), ("r", 4.5), ("fill", Inside)])
        : Svg.Box(x - 4, y - 4, 8, 8, ("fill", FigureColours.Paper), ("stroke", Outside), ("stroke-width", 2));

    private static IEnumerable<double> Ends(TargetUncertainty row) =>
        new[] { row.Domain!.Inside, row.Domain.Outside }.Where(of => of.Mean is not null)
            .Select(of => (of.Mean!.Value + 2 * (of.Deviation ?? 0)) / row.Error);

    private static string Words(TargetUncertainty row, MeanError of, string where) =>
        $"{NumberText.Count(of.Crystals)} {where}"
        + (of.Mean is { } mean ? $" at {NumberText.Fixed(mean / row.Error, 2)} times the mean error" : "");
}
