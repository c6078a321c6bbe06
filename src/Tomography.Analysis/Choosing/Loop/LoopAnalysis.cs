using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What a simulated loop shows.</summary>
/// <param name="Settings">How it was simulated.</param>
/// <param name="Materials">How many materials the laboratory has.</param>
/// <param name="Feasible">How many of them keep all bounds.</param>
/// <param name="Top">How many are the best 1 %.</param>
/// <param name="Random">What random choice reaches on average after each number of experiments, from 0.</param>
/// <param name="Outcomes">The policies, in their order.</param>
/// <param name="Runs">All runs.</param>
public sealed record LoopAnalysis(
    LoopSettings Settings, int Materials, int Feasible, int Top, ImmutableArray<double> Random, ImmutableArray<PolicyOutcome> Outcomes,
    ImmutableArray<RunOutcome> Runs)
{
    /// <summary>Share of the best 1 % that random choice finds on average.</summary>
    public double RandomTop => (double)Settings.Experiments / (Materials - Settings.Start);

    /// <summary>What became of a policy; null where it took no part.</summary>
    public PolicyOutcome? Find(string policy) => Outcomes.FirstOrDefault(o => o.Policy.Name == policy);

    /// <summary>
    /// How much more one policy reaches in the end than another, or finds of the best 1 %, paired by repeat; null where one took no part.
    /// </summary>
    /// <param name="one">Name of the policy.</param>
    /// <param name="other">Name of the other.</param>
    /// <param name="of">What is compared.</param>
    public LoopInterval? Difference(string one, string other, Func<RunOutcome, double> of)
    {
        double[] Values(string policy) => [.. Runs.Where(r => r.Run.Policy.Name == policy).OrderBy(r => r.Run.Repeat).Select(of)];

        var (first, second) = (Values(one), Values(other));
        return first.Length == 0 || first.Length != second.Length ? null : LoopInterval.Of([.. first.Zip(second, (a, b) => a - b)]);
    }
}
