using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The best where each goal is as much better than the mean as the models differ by, times two (upper confidence bound).</summary>
internal sealed class ConfidencePolicy : LoopPolicy
{
    private const double Spreads = 2;

    public override string Name => "ucb";

    public override string Meaning => "takes the best where every goal is two spreads better than the mean (upper confidence bound)";

    public override ImmutableArray<int> Choose(LoopView view)
    {
        var space = view.Space;
        var worst = Worst(view, space);
        return Best(view, i =>
        {
            var cost = 0.0;
            for (var d = 0; d < space.Goals.Length; d++)
            {
                var (goal, estimate) = (space.Goals[d], view.Predictions[space.Places[d]].Of(i));
                cost += space.Cost(d, Hoped(goal, estimate.Mean, Spreads * estimate.Spread));
            }

            return view.ChanceOf(i) * Math.Max(0, worst - cost);
        });
    }

    private static double Hoped(Goal goal, double mean, double distance) => goal.Aim switch
    {
        GoalAim.Maximise => mean + distance,
        GoalAim.Minimise => mean - distance,
        _ => goal.AimedAt + Math.Max(0, Math.Abs(mean - goal.AimedAt) - distance),
    };
}
