using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws one ordered pair of a transfer figure.</summary>
internal static class TransferRow
{
    private const string Ink = FigureColours.Ink;

    /// <summary>Draws a row.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="layout">Where the axes lie.</param>
    /// <param name="y">The middle of the row, pixels.</param>
    public static XElement Draw(TransferComparison pair, TransferLayout layout, double y) => Svg.Element(
        "g",
        [("class", "cell")],
        [
            Svg.Element("title", [], Words(pair)),
            Svg.Line(36, y + 4, 11.5, "start", Ink, pair.From.Value),
            .. Change(pair.Feature, layout.Feature, y, "not asked"),
            .. Change(pair.Transfer, layout.Transfer, y, "no result"),
            .. Gradient(pair.Gradient?.Affinity, layout.Affinity, y, 4),
            .. Gradient(pair.Gradient?.Cosine, layout.Cosine, y, 2),
            .. pair.Transfer.AgainstControl is not null && Control(pair.Transfer) is { } control
                ? new[] { Cross(layout.Transfer.At(100 * control), y) }
                : [],
        ]);

    /// <summary>The mark of noise learnt along.</summary>
    public static XElement Cross(double x, double y) => Svg.Path(
        FormattableString.Invariant($"M{x - 3.5:0.#} {y - 3.5:0.#}l7 7m0 -7l-7 7"), FigureColours.Soft, 1.4);

    /// <summary>The mark of what gradients say.</summary>
    public static XElement Diamond(double x, double y) => Svg.Element(
        "path", [("d", FormattableString.Invariant($"M{x - 4:0.#} {y:0.#}l4 -4l4 4l-4 4Z")), ("fill", Ink)]);

    // The change of the control against the model alone: the joint model lies so far from either.
    private static double? Control(EdgeVerdict verdict) =>
        verdict is { Effect: { } effect, AgainstControl.Change: > -1 and var against } ? (1 + effect.Change) / (1 + against) - 1 : null;

    private static IEnumerable<XElement> Change(EdgeVerdict? verdict, Axis axis, double y, string missing)
    {
        if (verdict?.Effect is not { } effect)
        {
            yield return Svg.Line(axis.End + 8, y + 4, 10.5, "start", FigureColours.Soft, verdict is null ? missing : "no result");
            yield break;
        }

        var (low, high, middle) = (100 * effect.Low, 100 * effect.High, 100 * effect.Change);
        var colour = EdgeStyle.Of(verdict) is var style && style != EdgeStyle.Faint ? style.Paint : Ink;
        yield return Svg.Path(FormattableString.Invariant($"M{axis.At(low):0.#} {y:0.#}H{axis.At(high):0.#}"), colour, 1.6);
        if (high > axis.To) yield return Beyond(axis.End, y, 5, colour);
        if (low < axis.From) yield return Beyond(axis.Start, y, -5, colour);
        yield return Svg.Box(axis.At(middle) - 7, y - 7, 14, 14, ("fill", FigureColours.Paper), ("rx", 7.0));
        yield return HeatmapMark.Draw(verdict.Kind, axis.At(middle), y, colour);
        yield return Svg.Line(
            axis.End + 8, y + 4, 10.5, "start", Ink, NumberText.Signed(middle), ("font-weight", verdict.IsClaim ? "700" : "400"));
    }

    private static XElement Beyond(double x, double y, double way, string colour) => Svg.Element(
        "path",
        [("d", FormattableString.Invariant($"M{x:0.#} {y - 4:0.#}l{way:0.#} 4l{-way:0.#} 4Z")), ("fill", colour)]);

    private static IEnumerable<XElement> Gradient(double? value, Axis axis, double y, int decimals)
    {
        if (value is { } known) yield return Diamond(axis.At(known), y);
        yield return Svg.Line(
            axis.End + 8, y + 4, 10.5, "start", value is null ? FigureColours.Soft : Ink,
            value is { } number ? NumberText.Plain(number, decimals) : "no result");
    }

    private static string Words(TransferComparison pair)
    {
        var feature = pair.Feature is { } told ? $"{VerdictText.Change(told.Effect)}, {told.Words()}" : "not asked";
        var gradient = pair.Gradient is { } g
            ? $"affinity {NumberText.Plain(g.Affinity, 4)}, cosine {NumberText.Plain(g.Cosine, 3)}, conflicts at "
                + $"{NumberText.Fixed(100 * g.ConflictShare, 0)} % of the steps"
            : "not measured";
        return $"{pair.From} \u2192 {pair.To}: as a feature {feature}; learnt along {VerdictText.Change(pair.Transfer.Effect)}, "
            + $"{pair.Transfer.Words()}, against noise {VerdictText.Change(pair.Transfer.AgainstControl)}; gradients: {gradient}.";
    }
}
