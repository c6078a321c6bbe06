using System.Globalization;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What steering decided, for people.</summary>
internal static class SteerText
{
    private const int MostAdvice = 10;

    /// <summary>Whether the budget has room for nothing that is wanted.</summary>
    public static bool NothingFits(SteeringPlan plan) => plan.Proposals.IsEmpty && !plan.Deferred.IsEmpty;

    /// <summary>Whether there is no edge to speak of.</summary>
    public static bool NothingMeasured(SteeringPlan plan) => plan is { Undecided: 0, Settled: 0, Waiting: 0 };

    /// <summary>The lines of the console.</summary>
    /// <param name="plan">What was decided.</param>
    /// <param name="command">What to do next with the experiment that was written.</param>
    public static IEnumerable<string> Of(SteeringPlan plan, string command)
    {
        yield return string.Create(CultureInfo.InvariantCulture, 
            $"Steer: couplings: {plan.Undecided} open, {plan.Settled} settled"
                + $"{(plan.Failed > 0 ? $", {plan.Failed} whose models all failed" : "")}"
                + $"{(plan.Waiting > 0 ? $", {plan.Waiting} wait for models that are planned: build first" : "")}.");
        foreach (var p in plan.Proposals)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {p.Jobs,4} jobs  {p.Representation} {Edge(p.Lattice, p.Feature, p.Target)}, seeds {string.Join(", ", p.Seeds)}: "
                    + $"{p.Reason}");
        if (plan.Deferred.Length > 0)
            yield return string.Create(CultureInfo.InvariantCulture, 
                $"  {plan.Deferred.Length}{(plan.Proposals.IsEmpty ? "" : " more")} do not fit the {Room(plan)}; -p:Budget=N raises it.");
        foreach (var line in Advice(plan)) yield return line;
        foreach (var line in Groups(plan, command)) yield return line;
        if (!plan.Groups.IsEmpty && plan.GroupsFit && (NothingMeasured(plan) || NothingFits(plan) || plan.IsConverged)) yield break;
        yield return NothingMeasured(plan) ? "  Nothing to steer: no coupling was measured."
            : NothingFits(plan) ? "  Nothing fits the budget, so no file was written."
            : !plan.IsConverged
            ? string.Create(CultureInfo.InvariantCulture, $"  {plan.Jobs + OfGroups(plan)} jobs of {plan.Budget}: {command}")
            : plan.Advice.IsEmpty ? "  Nothing is left to decide: the lattice has converged."
            : "  More seeds decide nothing further.";
    }

    // What groups take of the budget.
    private static int OfGroups(SteeringPlan plan) => !plan.Groups.IsEmpty && plan.GroupsFit ? plan.GroupJobs : 0;

    private static string Room(SteeringPlan plan)
    {
        var budget = string.Create(CultureInfo.InvariantCulture, $"budget of {plan.Budget} job{(plan.Budget == 1 ? "" : "s")}");
        return OfGroups(plan) == 0 ? budget
            : string.Create(CultureInfo.InvariantCulture, $"{plan.Budget - OfGroups(plan)} that groups leave of the {budget}");
    }

    private static IEnumerable<string> Groups(SteeringPlan plan, string command)
    {
        if (plan.Groups.IsEmpty) yield break;
        var sets = string.Join(", ", plan.Groups.Select(set => $"[{string.Join(", ", set)}]"));
        var jobs = string.Create(CultureInfo.InvariantCulture, $"{plan.GroupJobs} jobs");
        yield return plan.GroupsFit
            ? $"  Groups that pairs predict to be best, to be trained beside all targets together: {sets}; at most {jobs}: {command}"
            : $"  Groups that pairs predict to be best do not fit the budget: {sets} take up to {jobs}; -p:Budget=N raises it.";
    }

    private static string Edge(LatticeKind lattice, PropertySet from, PropertyName to) => string.Create(
        CultureInfo.InvariantCulture, $"{from}{EdgeWords.How(lattice.Edges)} -> {to}{EdgeWords.Labels(lattice)}");

    private static IEnumerable<string> Advice(SteeringPlan plan)
    {
        if (plan.Advice.IsEmpty) yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"  {plan.Advice.Length} ask for something else than seeds:");
        foreach (var a in plan.Advice.Take(MostAdvice))
            yield return $"    {a.Remedy.ToString().ToLowerInvariant(),-9}  {a.Representation} "
                + $"{Edge(a.Lattice, a.Feature, a.Target)}: {a.Reason}";
        if (plan.Advice.Length > MostAdvice)
            yield return string.Create(
                CultureInfo.InvariantCulture, $"    and {plan.Advice.Length - MostAdvice} more; the report has them all.");
    }
}
