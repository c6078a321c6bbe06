using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>What a choice among candidates says in words.</summary>
public static class ChoiceText
{
    /// <summary>Why a candidate was chosen, in one line.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="chosen">One of its candidates.</param>
    /// <param name="unit">The unit of a property.</param>
    public static string Reason(Choice choice, ChosenCandidate chosen, Func<PropertyName, string> unit)
    {
        var candidate = chosen.Candidate;
        var predicted = choice.Goals.Select((g, i) => $"{g.Property} {Value(candidate.Estimates[i], unit(g.Property))}");
        return string.Join("; ", predicted.Concat(Parts(choice, chosen)));
    }

    /// <summary>The same without what is predicted.</summary>
    internal static string Why(Choice choice, ChosenCandidate chosen) => string.Join("; ", Parts(choice, chosen));

    /// <summary>What was chosen of how many, in one line.</summary>
    public static string Summary(Choice choice, Func<PropertyName, string> unit)
    {
        var goals = string.Join("; ", choice.Goals.Select(g => Of(g, unit(g.Property))));
        var known = choice.Candidates.Count(c => c.SameAs is not null);
        var stopped = choice.Candidates.Count(c => c.SameAs is null && !c.IsEligible);
        var beyond = choice.Space.Goals.IsEmpty ? "" : $", {NumberText.Count(choice.Candidates.Count(c => c.Improvement > 0))} may be "
            + $"beyond "
            + "what is known";
        return $"{NumberText.Count(choice.Chosen.Length)} of {NumberText.Count(choice.Candidates.Length)} candidates for {goals}; "
            + $"{NumberText.Count(known)} known already, {NumberText.Count(stopped)} stopped{beyond}.";
    }

    /// <summary>What a goal wants: <c>minimise band-gap, below 2 eV</c>.</summary>
    public static string Of(Goal goal, string unit)
    {
        var bounds = (goal.From, goal.To) switch
        {
            ({ } from, { } to) => $"between {Number(from)} and {WithUnit(to, unit)}",
            ({ } from, null) => $"above {WithUnit(from, unit)}",
            (null, { } to) => $"below {WithUnit(to, unit)}",
            _ => "",
        };
        return goal.Aim switch
        {
            GoalAim.None => $"{goal.Property} {bounds}",
            GoalAim.Near => Join($"{goal.Property} near {WithUnit(goal.AimedAt, unit)}", bounds),
            var aim => Join($"{aim.ToString().ToLowerInvariant()} {goal.Property}", bounds),
        };

        static string Join(string aim, string bounds) => bounds.Length == 0 ? aim : $"{aim}, {bounds}";
    }

    /// <summary>A number as people write it, with its unit.</summary>
    public static string WithUnit(double value, string unit) => unit.Length == 0 ? Number(value) : $"{Number(value)} {unit}";

    /// <summary>A prediction with the deviation that is expected: <c>1.34 ± 0.21 eV</c>.</summary>
    internal static string Value(GoalEstimate estimate, string unit)
    {
        var decimals = Math.Max(0, NumberText.Decimals(estimate.Deviation > 0 ? estimate.Deviation : estimate.Mean) - 2);
        return $"{NumberText.Plain(estimate.Mean, decimals)} \u00b1 {NumberText.Fixed(estimate.Deviation, decimals)}"
            + (unit.Length == 0 ? "" : $" {unit}");
    }

    /// <summary>A chance in percent.</summary>
    internal static string Percent(double chance) =>
        chance is > 0.995 and < 1 ? "> 99 %" : chance is > 0 and < 0.005 ? "< 1 %" : $"{NumberText.Fixed(100 * chance, 0)} %";

    private static IEnumerable<string> Parts(Choice choice, ChosenCandidate chosen)
    {
        var candidate = chosen.Candidate;
        if (choice.Goals.Any(g => g.HasBounds)) yield return $"keeps all bounds with {Percent(candidate.Chance)}";
        if (chosen.IsFilled)
            yield return choice.Space.Goals.IsEmpty
                ? "the likeliest that was left"
                : "no model expects it to be beyond what is known: the best that was left";
        else if (!choice.Space.Goals.IsEmpty)
            yield return $"{candidate.Improving} of {choice.Models} models expect it beyond what is known, on average by "
                + $"{Number(candidate.Improvement)}"
                + (chosen.Gain < candidate.Improvement ? $", {Number(chosen.Gain)} beside those chosen before it" : "");
        if (candidate.Layer == 0) yield return "on the front of the candidates";
        if (chosen.Distance is { } distance) yield return $"{Number(distance)} typical distances from {chosen.Nearest}";
        if (candidate.Stopped.HasFlag(StoppedBy.Domain)) yield return "outside the domain";
        if (candidate.Stopped.HasFlag(StoppedBy.Width)) yield return "less sure than is asked for";
        if (candidate.Stopped.HasFlag(StoppedBy.Edges)) yield return "no edge into one of its properties is trusted";
    }

    /// <summary>A number with three significant digits and a true minus sign.</summary>
    internal static string Number(double value) =>
        NumberText.Plain(value, value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6)) is var text
        && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
