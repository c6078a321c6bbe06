using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What is said of a study beside a published table.</summary>
internal static class PublishedText
{
    /// <summary>The rule as tables and JSON name it.</summary>
    public static string Word(this FindingRule rule) => rule switch
    {
        FindingRule.Pooled => "rule of [T], over all seeds",
        FindingRule.Paired => "every seed improves",
        _ => "verdict informs",
    };

    /// <summary>The representation of an agreement; both where it has none.</summary>
    public static string Name(PublishedAgreement agreement) => agreement.Representation?.Name ?? "together";

    /// <summary>A share of 0 to 1 in whole percent; a dash where there is none.</summary>
    public static string Share(double? share) =>
        share is { } value ? (100 * value).ToString("0", CultureInfo.InvariantCulture) + " %" : "\u2013";

    /// <summary>Kappa with its interval.</summary>
    public static string Kappa(PublishedAgreement agreement) => agreement.Counts.Kappa is not { } kappa ? "\u2013"
        : agreement is { KappaLow: { } low, KappaHigh: { } high }
            ? $"{NumberText.Plain(kappa, 2)} ({NumberText.Plain(low, 2)} to {NumberText.Plain(high, 2)})"
            : NumberText.Plain(kappa, 2);

    /// <summary>How far the study agrees by the rule of [T], and by its verdicts, in two or three sentences.</summary>
    public static string Sentences(PublishedComparison comparison)
    {
        if (comparison.Cells.IsEmpty) return "The published table and this study have no feature and target in common.";
        var cells = comparison.Cells.Length;
        var pooled = Whole(comparison, FindingRule.Pooled);
        var verdict = Whole(comparison, FindingRule.Verdict);
        return $"{NumberText.Count(cells)} couplings are in both; {NumberText.Count(comparison.Cells.Count(c => c.There))} of them are "
            + $"significant as published. By the rule of [T] {Agrees(pooled)}. "
            + $"By verdicts {NumberText.Count(verdict.Counts.Cells)} of them are decided, and {Agrees(verdict)}: "
            + $"{NumberText.Count(verdict.Counts.OnlyHere)} inform here and are not significant as published, "
            + $"{NumberText.Count(verdict.Counts.OnlyThere)} are significant as published and add nothing here. "
            + $"Of the {NumberText.Count(verdict.Silent)} that this study cannot decide, "
            + $"{NumberText.Count(verdict.SilentThere)} are significant as published.";
    }

    /// <summary>The agreement of all representations by a rule.</summary>
    public static PublishedAgreement Whole(PublishedComparison comparison, FindingRule rule) =>
        comparison.Agreements.Where(a => a.Rule == rule).OrderBy(a => a.Representation is null ? 0 : 1).First();

    private static string Agrees(PublishedAgreement agreement) => agreement.Counts is { Share: { } share, ByChance: { } chance }
        ? $"this study agrees on {Share(share)} of them, where chance alone gives {Share(chance)}"
            + (agreement.Counts.Kappa is null ? "" : $" (Cohen's kappa {Kappa(agreement)})")
        : "nothing can be compared";
}
