using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What was found in one representation.</summary>
internal static class FoundText
{
    /// <summary>How many edges inform and harm, and the strongest of each in a sentence; null where there are no verdicts.</summary>
    public static object? Of(EdgeVerdict[] verdicts)
    {
        if (verdicts.Length == 0) return null;
        var (informs, harms) = (Kind(VerdictKind.Informs), Kind(VerdictKind.Harms));
        return new
        {
            informs = Counted(informs.Length, verdicts.Length, "informs", "inform"),
            strongest = Strongest(informs),
            harms = harms.Length == 0 ? null : Counted(harms.Length, verdicts.Length, "harms", "harm"),
            worst = Strongest(harms),
        };

        EdgeVerdict[] Kind(VerdictKind kind) => [.. verdicts.Where(v => v.Kind == kind)];
    }

    private static string Counted(int count, int all, string one, string many) =>
        $"{NumberText.Count(count)} of {NumberText.Count(all)} {(all == 1 ? "edge" : "edges")} {(count == 1 ? one : many)}";

    private static object? Strongest(EdgeVerdict[] claims)
    {
        if (claims.MaxBy(v => Math.Abs(v.Effect!.Change)) is not { Effect: { } effect } edge) return null;
        var (low, high) = effect.Change < 0 ? (-effect.High, -effect.Low) : (effect.Low, effect.High);
        return new
        {
            isOnly = claims.Length == 1,
            feature = edge.Feature.Label(),
            target = edge.Target.Value,
            size = Size(Math.Abs(effect.Change)),
            way = effect.Change < 0 ? "less" : "more",
            interval = $"{Size(low)} to {Size(high)} %",
        };
    }

    private static string Size(double share) => NumberText.Signed(100 * share).TrimStart('+');
}
