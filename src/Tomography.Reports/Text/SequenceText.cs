using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What starting from trained models does, in words that need no statistics.</summary>
internal static class SequenceText
{
    /// <summary>How many labels a point has, for tables: the number, or <c>all 1,200</c>.</summary>
    public static string Labels(SequencePoint point)
    {
        var count = point.Trained is { } trained ? NumberText.Count((int)Math.Round(trained)) : "";
        return point.Labels is not null ? count : count.Length == 0 ? "all" : $"all {count}";
    }

    /// <summary>What a lattice covers: <c>structure, 50 labels</c>.</summary>
    public static string Scope(SequenceLattice lattice) =>
        $"{lattice.Representation.Name}, {(lattice.Labels is { } labels ? NumberText.Count(labels) : "all")} labels";

    /// <summary>The end of the names of the figures of a lattice: <c>structure-50</c>, <c>structure-all</c>.</summary>
    public static string FileWord(SequenceLattice lattice) =>
        $"{lattice.Representation.Name}-{lattice.Labels?.ToString(CultureInfo.InvariantCulture) ?? "all"}";

    /// <summary>What a verdict means, in one sentence, and what it lacks, where it does.</summary>
    /// <param name="point">The point.</param>
    /// <param name="smallest">The smallest change that matters, a fraction.</param>
    public static string Sentence(SequencePoint point, double smallest) => Meaning(point, smallest) + VerdictText.Lacks(point.Verdict);

    private static string Meaning(SequencePoint point, double smallest)
    {
        var (verdict, source, target) = (point.Verdict, point.Source.Listed(), point.Verdict.Target.Value);
        var size = verdict.Effect is { } e ? NumberText.Signed(100 * Math.Abs(e.Change)).TrimStart('+') : "";
        return verdict.Kind switch
        {
            VerdictKind.Informs => $"Started from the model of {source}, the model errs {size} % less on {target} than alone"
                + $"{(verdict.AgainstControl is null ? "" : ", and less than started from noise")}.",
            VerdictKind.Harms => $"Started from the model of {source}, the model errs {size} % more on {target} than alone"
                + $"{(verdict.AgainstControl is null ? "" : ", and more than started from noise")}.",
            VerdictKind.Nothing => $"Whatever a start from {source} does to {target} is less than {VerdictText.Percents(smallest)} % of "
                + "the error.",
            VerdictKind.Undecided when verdict is { Reason: VerdictReason.None, SmallestFound: { } least } => VerdictText.CannotTell(least),
            _ => Why(verdict.Reason),
        };
    }

    private static string Why(VerdictReason reason) => reason switch
    {
        VerdictReason.Data => "Values of source or target lie far from all others, or stand for none: correct them first.",
        VerdictReason.BaselineLearntNothing => "With a start or without, the model is not clearly better than the best constant.",
        VerdictReason.ControlInforms => "A start from noise makes the error smaller, too.",
        VerdictReason.FewSeeds => "Fewer than three seeds have both models.",
        _ => VerdictText.Why(reason),
    };
}
