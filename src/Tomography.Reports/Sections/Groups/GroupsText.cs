using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Which targets should be learned together, in words.</summary>
internal static class GroupsText
{
    /// <summary>What a grouping is, for tables.</summary>
    public static string Title(this GroupingKind kind) => kind switch
    {
        GroupingKind.Best => "best by pairs",
        GroupingKind.AllTogether => "all together",
        _ => "each alone",
    };

    /// <summary>The models of a grouping: <c>[a, b], [c, d] (for c)</c>.</summary>
    public static string Models(ImmutableArray<TargetGroup> groups) => string.Join(
        ", ",
        groups.Select(g => $"[{string.Join(", ", g.Learnt)}]{(g.Learnt == g.For ? "" : $" (for {string.Join(", ", g.For)})")}"));

    /// <summary>A change with its interval, in percent; a dash where it is not known.</summary>
    public static string Change(GroupEstimate? estimate) => estimate is null
        ? "\u2013"
        : $"{Percent(estimate.Change)} % ({Percent(estimate.Low)} to {Percent(estimate.High)})";

    /// <summary>What is concluded of a representation, in sentences.</summary>
    public static string Sentences(GroupAnalysis analysis)
    {
        var scope = analysis.Representation.Name;
        if (analysis.Best is not { } best)
            return $"In {scope} {NumberText.Count(analysis.Unmeasured.Length)} of the pairs "
                + $"{(analysis.Unmeasured.Length == 1 ? "has" : "have")} no measured effect, so that no grouping can be chosen: build "
                + "again for what is missing.";
        var chosen = $"In {scope}, of all ways to learn the targets by at most {NumberText.Count(analysis.Budget)} "
            + $"{(analysis.Budget == 1 ? "model" : "models")}, pairs predict this to be best: {Models(best.Groups)}; a mean change of the "
            + $"error of {Change(best.Predicted)} against each alone.";
        var stable = analysis.Stability is { } share
            ? $" In {NumberText.Fixed(100 * share, 0)} % of repetitions drawn from the intervals of the pairs it would be the same."
            : "";
        return chosen + stable + Checked(best);
    }

    private static string Checked(Grouping best)
    {
        if (best.Measured is not { } measured)
            return " The groups are not trained yet: -t:Steer writes an experiment that trains them.";
        var words = best.Predicted!.Change < measured.Low ? ", more error than predicted"
            : best.Predicted.Change > measured.High ? ", less error than predicted"
            : ", which agrees with it";
        return $" Trained, the change is {Change(measured)}{words}.";
    }

    private static string Percent(double fraction) => NumberText.Signed(100 * fraction);
}
