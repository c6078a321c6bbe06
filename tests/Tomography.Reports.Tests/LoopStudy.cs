using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>The small study with a made-up loop: every policy but the guided one finds the best at once.</summary>
internal static class LoopStudy
{
    private static readonly PropertyName Volume = new("volume"), Density = new("density");

    public static ReportInput Input { get; } = SmallStudy.Input with { Loop = Of(guidedIsGood: false) };

    /// <summary>The loop, with a guided policy that is as good as no other, or as bad.</summary>
    public static LoopAnalysis Of(bool guidedIsGood)
    {
        var settings = new LoopSettings([new(Volume, GoalAim.Minimise, null, null)], LoopPolicy.All, 10, 4, 2, 3, 2);
        var laboratory = new Laboratory(settings.Goals, [.. Enumerable.Range(0, 100).Select(i => new[] { 20.0 + i })]);
        return LoopAnalyzer.Of(settings, laboratory,
        [
            .. from policy in settings.Policies
               from repeat in Enumerable.Range(0, settings.Repeats)
               let start = LoopAnalyzer.StartOf(settings, laboratory, repeat)
               select new Trajectory(
                   policy, repeat, start, Order(start, policy.Name == "entangled" != guidedIsGood),
                   [Lattice(-0.3), Lattice(-0.1), Lattice(-0.3)], [[4.0], [3.0], [2.0]]),
        ]);
    }

    private static ImmutableArray<int> Order(ImmutableArray<int> start, bool isBad)
    {
        int[] left = [.. Enumerable.Range(0, 100).Except(start)];
        return [.. (isBad ? left.Reverse() : left).Take(8)];
    }

    private static ImmutableArray<LoopEdge> Lattice(double change) =>
        [new(Density, Volume, [change, change + 0.4]), new(Volume, Density, [-0.2, -0.2])];
}
