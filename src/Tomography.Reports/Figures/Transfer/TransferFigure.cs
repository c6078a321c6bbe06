using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>
/// Draws each ordered pair three ways, side by side: what the first property tells about the second as a feature, what learning it along
/// does, and what their gradients say while both are learnt.
/// </summary>
internal static class TransferFigure
{
    private const string Ink = FigureColours.Ink;

    /// <summary>A figure per representation in which pairs are learnt.</summary>
    public static IEnumerable<ReportFigure> Of(TransferAnalysis transfer) =>
        transfer.Comparisons.GroupBy(c => c.Representation).Select(group => Of(group.Key, [.. group]));

    private static ReportFigure Of(Representation representation, ImmutableArray<TransferComparison> pairs) => new(
        $"transfer-{representation.Name}",
        $"A property as a feature, learnt along, and by its gradients, {representation.Name}.",
        "A row is an ordered pair: a property, and the target above it. As a feature, learnt along: the change of the target's test error "
            + "against the model without the property, with its 95 % interval and the mark of the verdict; an interval that ends in an "
            + "arrow goes on. A cross is the same with noise learnt along. Affinity: by which share a step along the gradient of "
            + "the first property alone makes the loss of the target smaller; cosine: of the two gradients; both are means over "
            + "training and seeds.",
        Draw(representation, pairs),
        FigureData.Of(
            pairs,
            ("from", p => p.From.Value),
            ("to", p => p.To.Value),
            ("feature_verdict", p => p.Feature?.Kind.Word()),
            ("feature_change", p => p.Feature?.Effect?.Change),
            ("feature_low", p => p.Feature?.Effect?.Low),
            ("feature_high", p => p.Feature?.Effect?.High),
            ("transfer_verdict", p => p.Transfer.Kind.Word()),
            ("transfer_change", p => p.Transfer.Effect?.Change),
            ("transfer_low", p => p.Transfer.Effect?.Low),
            ("transfer_high", p => p.Transfer.Effect?.High),
            ("transfer_against_noise", p => p.Transfer.AgainstControl?.Change),
            ("affinity", p => p.Gradient?.Affinity),
            ("cosine", p => p.Gradient?.Cosine),
            ("conflict_share", p => p.Gradient?.ConflictShare),
            ("together", p => p.Concord.Word())));

    /// <summary>Draws the figure of a representation as one <c>svg</c> element; lines end in LF.</summary>
    internal static string Draw(Representation representation, ImmutableArray<TransferComparison> pairs)
    {
        var layout = TransferLayout.Of(pairs);
        var figure = Svg.Figure(
            "chart transfer", layout.Width, layout.Bottom + 82, $"As a feature, learnt along, and by gradients, {representation.Name}",
            $"Of {NumberText.Count(pairs.Length)} ordered pairs {NumberText.Count(Count(pairs, VerdictKind.Informs))} help where they are "
                + $"learnt along and {NumberText.Count(Count(pairs, VerdictKind.Harms))} harm.");
        foreach (var (axis, title, text) in layout.Panels)
        {
            figure.Add(PlotText.Across(axis, TransferLayout.Top - 4, layout.Bottom, text is null ? 2 : 4, text));
            figure.Add(Svg.Path(FormattableString.Invariant($"M{axis.At(0):0.#} {TransferLayout.Top - 4}V{layout.Bottom:0.#}"), Ink, 1));
            figure.Add(Svg.Line(axis.Start, 18, 12, "start", Ink, title, ("font-weight", "600")));
        }

        figure.Add(Svg.Line(layout.Feature.Start, 34, 10.5, "start", Ink, "change of the error, %"));
        figure.Add(Svg.Line(layout.Transfer.Start, 34, 10.5, "start", Ink, "change of the error, %"));
        foreach (var (target, y) in layout.Headings)
            figure.Add(Svg.Line(8, y, 11.5, "start", Ink, $"\u2192 {target}", ("font-weight", "600")));
        foreach (var (pair, y) in layout.Rows) figure.Add(TransferRow.Draw(pair, layout, y));
        figure.Add(HeatmapLegend.Marks(8, layout.Bottom + 26, hasFrames: false));
        figure.Add(TransferRow.Cross(20, layout.Bottom + 62));
        figure.Add(Svg.Line(40, layout.Bottom + 66, 11, "start", Ink, "noise learnt along"));
        figure.Add(TransferRow.Diamond(190, layout.Bottom + 62));
        figure.Add(Svg.Line(204, layout.Bottom + 66, 11, "start", Ink, "gradients"));
        return Svg.Write(figure);
    }

    private static int Count(ImmutableArray<TransferComparison> pairs, VerdictKind kind) => pairs.Count(p => p.Transfer.Kind == kind);
}
