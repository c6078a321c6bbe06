using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;

namespace Tomography.Reports;

/// <summary>
/// Draws what was found in a phantom against what is true of it: a cell per feature and target with a part for each representation, shaded
/// by the truth, with the mark of the verdict above and whether the two agree below.
/// </summary>
internal static class TruthFigure
{
    private const double Height = HeatmapLayout.CellHeight;
    private const string Ink = FigureColours.Ink, OnScale = "#000000";

    /// <summary>The figure of some comparisons, one at least.</summary>
    public static ReportFigure Of(ImmutableArray<TruthComparison> comparisons) => new(
        "truth",
        $"Found against true, {string.Join(" (left) and ", comparisons.Select(c => c.Representation.Name))}"
            + $"{(comparisons.Length > 1 ? " (right)" : "")}.",
        "The shade is what is true, by how much the feature takes off the least possible error; the mark is the verdict; below it, whether "
            + "the verdict is what the truth asks for.",
        Draw(comparisons),
        FigureData.Of(
            comparisons.SelectMany(c => c.Edges),
            ("representation", e => e.Truth.Representation.Name),
            ("feature", e => e.Truth.Feature.Value),
            ("target", e => e.Truth.Target.Value),
            ("truth", e => e.Truth.Kind.Word()),
            ("least_error_falls_by", e => e.Truth.Reduction),
            ("verdict", e => e.Verdict.Kind.Word()),
            ("change", e => e.Verdict.Effect?.Change),
            ("agreement", e => TruthText.Agreement(e.Truth, e.Verdict))));

    /// <summary>Draws the figure as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(ImmutableArray<TruthComparison> comparisons)
    {
        var edges = comparisons.SelectMany(c => c.Edges).ToArray();
        var features = edges.Select(e => e.Truth.Feature).Distinct().ToArray();
        var targets = edges.Select(e => e.Truth.Target).Distinct().ToArray();
        var (left, top, right) = HeatmapLayout.Room(features.Max(f => f.Value.Length), targets.Max(t => t.Value.Length));
        var bottom = top + features.Length * Height;
        var figure = Svg.Figure(
            "matrix truth", Math.Max(left + targets.Length * HeatmapLayout.CellWidth + right, left + 560), bottom + 112,
            "What was found in the phantom against what is true of it",
            string.Join(' ', comparisons.Select(TruthText.Sentence)));
        foreach (var (column, target) in targets.Index())
            figure.Add(PlotText.Rising(left + (column + 0.5) * HeatmapLayout.CellWidth, top - 10, target.Value));
        foreach (var (row, feature) in features.Index())
        {
            figure.Add(Svg.Line(left - 12, top + (row + 0.5) * Height + 4, HeatmapLayout.LabelSize, "end", Ink, feature.Value));
            foreach (var (column, target) in targets.Index())
                figure.Add(Cell(comparisons, feature, target, left + column * HeatmapLayout.CellWidth, top + row * Height));
        }

        figure.Add(PlotText.Grid(left, top, targets.Length, features.Length, HeatmapLayout.CellWidth, Height));
        figure.Add(Legend(left, bottom + 30));
        return Svg.Write(figure);
    }

    private static IEnumerable<XElement> Cell(
        ImmutableArray<TruthComparison> comparisons, PropertyName feature, PropertyName target, double x, double y)
    {
        var width = HeatmapLayout.CellWidth / comparisons.Length;
        foreach (var (place, comparison) in comparisons.Index())
        {
            var (truth, verdict) = comparison.Edges.FirstOrDefault(e => e.Truth.Feature == feature && e.Truth.Target == target);
            if (truth is null) continue; // the feature is the target
            var agreement = TruthText.Agreement(truth, verdict);
            var middle = x + (place + 0.5) * width;
            var (fill, ink) = ShadeOf(truth.Kind);
            yield return Svg.Element(
                "g",
                [("class", "cell")],
                Svg.Element(
                    "title", [], $"{comparison.Representation.Name}: {feature} for {target}: {truth.Kind.Word()} (least error falls by "
                        + $"{NumberText.Fixed(100 * truth.Reduction, 0)} %); verdict {verdict.Words()}; {agreement}"),
                Svg.Box(x + place * width, y, width, Height, ("fill", fill), ("stroke", FigureColours.Line), ("stroke-width", 0.5)),
                HeatmapMark.Draw(verdict.Kind, middle, y + 12, ink),
                Svg.Line(middle, y + 33, 13, "middle", ink, Symbol(agreement), ("font-weight", "700")));
        }
    }

    private static IEnumerable<XElement?> Legend(double x, double y)
    {
        var key = x;
        foreach (var (kind, width) in new[]
            { (TruthKind.Tells, 80), (TruthKind.Little, 110), (TruthKind.Learnable, 102), (TruthKind.None, 80) })
        {
            var (fill, _) = ShadeOf(kind);
            yield return Svg.Box(key, y - 12, 22, 15, ("fill", fill), ("stroke", FigureColours.Soft), ("stroke-width", 0.75));
            yield return Svg.Line(key + 28, y, 11, "start", Ink, kind.Word());
            key += width;
        }

        foreach (var part in HeatmapLegend.Marks(x, y + 14, hasFrames: false)) yield return part;
        foreach (var (symbol, text, at) in new[]
        {
            ("\u2713", "found, or rightly not claimed", 0), ("\u2717", "denied, or a false claim", 208),
            ("\u2013", "missed, not denied", 384),
        })
        {
            yield return Svg.Line(x + at + 12, y + 60, 13, "middle", Ink, symbol, ("font-weight", "700"));
            yield return Svg.Line(x + at + 32, y + 60, 11, "start", Ink, text);
        }
    }

    private static string Symbol(string agreement) => agreement[0] is '\u2713' or '\u2717' or '\u2013' ? agreement[..1] : "";

    private static (object Fill, string Ink) ShadeOf(TruthKind kind) => kind switch
    {
        TruthKind.Tells => (SequentialScale.ColourOf(0.5), OnScale),
        TruthKind.Little => (SequentialScale.ColourOf(0.2), OnScale),
        TruthKind.Learnable => (FigureColours.Faint, Ink),
        _ => (FigureColours.Paper, Ink),
    };
}
