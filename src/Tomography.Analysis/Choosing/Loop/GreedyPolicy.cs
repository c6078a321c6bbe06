using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The best by the mean of the models.</summary>
internal sealed class GreedyPolicy : LoopPolicy
{
    public override string Name => "greedy";

    public override string Meaning => "takes the best by the mean of the models";

    public override ImmutableArray<int> Choose(LoopView view)
    {
        var space = view.Space;
        var worst = Worst(view, space);
        return Best(view, i =>
        {
            var cost = 0.0;
            for (var d = 0; d < space.Goals.Length; d++) cost += space.Cost(d, view.Predictions[space.Places[d]].Of(i).Mean);
            return view.ChanceOf(i) * Math.Max(0, worst - cost);
        });
    }
}
