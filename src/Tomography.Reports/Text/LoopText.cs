using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What a simulated loop says in words.</summary>
public static class LoopText
{
    private const string Guided = "entangled", Confident = "ucb";

    /// <summary>The loop in lines for a terminal.</summary>
    public static IEnumerable<string> Lines(LoopAnalysis analysis)
    {
        string[] headings = ["policy", "AF, best 1 %", "AF, best 5 %", "EF", "best 1 % found"];
        string[][] rows =
        [
            headings,
            .. analysis.Outcomes.Select(o => new[]
            {
                o.Policy.Name, Interval(o.AccelerationToOne, 1), Interval(o.AccelerationToFive, 1), Interval(o.Enhancement, 2),
                Percent(o.TopFound),
            }),
        ];
        var widths = headings.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows) yield return string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd();
        foreach (var sentence in Judgements(analysis)) yield return sentence;
    }

    /// <summary>Which policies beat random choice, and whether the one that is guided by entanglement beats ucb.</summary>
    internal static IEnumerable<string> Judgements(LoopAnalysis analysis)
    {
        var others = analysis.Outcomes.Where(o => o.Policy.Name != "random").ToArray();
        string[] better = [.. others.Where(o => o.TopFound.Low > analysis.RandomTop).Select(o => o.Policy.Name)];
        string[] unclear = [.. others.Where(o => o.TopFound.Low <= analysis.RandomTop && o.TopFound.High >= analysis.RandomTop)
            .Select(o => o.Policy.Name)];
        string[] worse = [.. others.Where(o => o.TopFound.High < analysis.RandomTop).Select(o => o.Policy.Name)];
        if (better.Length > 0) yield return $"More of the best 1 % than by random choice is found by {string.Join(", ", better)}.";
        if (unclear.Length > 0)
            yield return $"Of {string.Join(", ", unclear)} it cannot be told whether {(unclear.Length == 1 ? "it finds" : "they find")} "
                + $"more of "
                + "the best 1 % than random choice.";
        if (worse.Length > 0) yield return $"Less than by random choice is found by {string.Join(", ", worse)}.";
        if (AgainstConfidence(analysis) is { } sentence) yield return sentence;
    }

    /// <summary>How the policy that is guided by entanglement does against ucb; null where one of them took no part.</summary>
    internal static string? AgainstConfidence(LoopAnalysis analysis)
    {
        if (analysis.Difference(Guided, Confident, r => r.TopFound) is not { } top
            || analysis.Difference(Guided, Confident, r => r.Reached[^1]) is not { } reached) return null;
        var numbers = $"the difference is {Points(top)} points of percent in the best 1 % found, and {Points(reached)} in what is reached";
        var wins = top.Low > 0 || (top.Low <= 0 && top.High >= 0 && reached.Low > 0);
        return wins
            ? $"Entanglement-guided choice beats ucb: {numbers}."
            : top.High < 0 || reached.High < 0
                ? $"Entanglement-guided choice does not beat ucb, it does worse: {numbers}. It asks what tells most about edges, not "
                    + $"what is "
                    + "best."
                : $"Entanglement-guided choice does not beat ucb beyond chance: {numbers}.";
    }

    /// <summary>A mean with its interval.</summary>
    internal static string Interval(LoopInterval? interval, int decimals) => interval is null
        ? "\u2013"
        : $"{NumberText.Plain(interval.Mean, decimals)} ({NumberText.Plain(interval.Low, decimals)} to "
            + $"{NumberText.Plain(interval.High, decimals)})";

    /// <summary>A share with its interval, in percent; shares end at 0 and 100.</summary>
    internal static string Percent(LoopInterval? share) => share is null
        ? "\u2013"
        : Interval(new(100 * share.Mean, Math.Max(0, 100 * share.Low), Math.Min(100, 100 * share.High)), 0) + " %";

    private static string Points(LoopInterval interval) => Interval(new(100 * interval.Mean, 100 * interval.Low, 100 * interval.High), 0);
}
