using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Tomography.Analysis;

/// <summary>
/// The largest expected improvement on the best that is measured, of a normal cost with the mean and the spread of the models (Jones et al.
/// 1998).
/// </summary>
internal sealed class ImprovementPolicy : LoopPolicy
{
    public override string Name => "ei";

    public override string Meaning => "takes the largest expected improvement, of a normal distribution with the spread of the models";

    public override ImmutableArray<int> Choose(LoopView view)
    {
        var space = view.Space;
        double[] kept =
            [.. view.Measured.Where(m => view.Goals.Index().All(g => g.Item.IsMet(m[g.Index]))).Select(m => space.Costs(m).Sum())];
        var best = kept.Length == 0 ? Worst(view, space) : kept.Min();
        return Best(view, i =>
        {
            var models = view.Predictions[0].Members.Length;
            var costs = new double[models];
            for (var m = 0; m < models; m++)
                for (var d = 0; d < space.Goals.Length; d++)
                    costs[m] += space.Cost(d, view.Predictions[space.Places[d]].Members[m][i]);
            var (mean, spread) = (Ensemble.Mean(costs), Ensemble.Spread(costs) ?? 0);
            return view.ChanceOf(i) * Of(best - mean, spread);
        });
    }

    private static double Of(double gain, double spread) =>
        spread <= 0 ? Math.Max(0, gain) : gain * Normal.CDF(0, 1, gain / spread) + spread * Normal.PDF(0, 1, gain / spread);
}
