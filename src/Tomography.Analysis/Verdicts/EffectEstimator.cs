using System.Runtime.InteropServices;

namespace Tomography.Analysis;

/// <summary>
/// Estimates the change of the error from paired differences |error with| - |error without| per test crystal and seed. In closed form: the
/// variance has a part of the crystals, which come in clusters of one formula and may be tested by several seeds (cluster-robust), and a
/// part of the training, by which seeds differ beyond that; the latter does not fall as 1 / seeds, because training parts overlap (Nadeau
/// and Bengio, Machine Learning 52, 239, 2003).
/// </summary>
internal static class EffectEstimator
{
    private const double LeastVariance = 1e-12, MostZ = 1e6;

    /// <summary>
    /// The parts of an effect; null where there are fewer than two seeds, no error to change, or errors beyond all sense.
    /// </summary>
    /// <param name="pairs">The models, seed by seed.</param>
    /// <param name="clusters">Which materials have one formula.</param>
    public static EffectParts? Of(IReadOnlyList<ErrorPair> pairs, FormulaClusters clusters)
    {
        if (pairs.Count < 2 || pairs.Any(p => p.Without.Errors.IsEmpty)) return null;
        double without = pairs.Average(p => p.Without.Errors.Average()), with = pairs.Average(p => p.With.Errors.Average());
        if (!(without > 0)) return null;
        var change = with / without - 1;
        // How each crystal of each seed moves the ratio of the means, to first order: it sums to 0.
        var byCluster = new Dictionary<int, double>();
        var bySeedAndCluster = new Dictionary<(int, int), double>();
        // Of formulas that the models learn from as well, and of each of their crystals.
        var (learnt, learntByCrystal) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        var bySeed = new double[pairs.Count];
        var (better, changed) = (0, 0);
        for (var s = 0; s < pairs.Count; s++)
        {
            var (errors, less) = (pairs[s].With.Errors, pairs[s].Without.Errors);
            var divided = clusters.Divided(pairs[s].With.Crystals);
            for (var i = 0; i < errors.Length; i++)
            {
                var move = (errors[i] - (1 + change) * less[i]) / (without * errors.Length * pairs.Count);
                var cluster = clusters[pairs[s].With.Crystals[i]];
                CollectionsMarshal.GetValueRefOrAddDefault(byCluster, cluster, out _) += move;
                CollectionsMarshal.GetValueRefOrAddDefault(bySeedAndCluster, (s, cluster), out _) += move;
                bySeed[s] += move;
                if (errors[i] != less[i]) changed++;
                if (errors[i] < less[i]) better++;
                if (!divided.Contains(cluster)) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(learnt, cluster, out _) += move;
                CollectionsMarshal.GetValueRefOrAddDefault(learntByCrystal, pairs[s].With.Crystals[i], out _) += move;
            }
        }

        var seeds = pairs.Count;
        var sampling = Robust(byCluster.Values);
        // Of one seed: its scatter around the mean, less what its own crystals explain. What formulas that several seeds test bring to all
        // of these makes no seed differ from another. A single formula explains nothing: all that is seen is laid to the training.
        var scatter = seeds * seeds * bySeed.Sum(m => m * m) / (seeds - 1);
        var explained = byCluster.Count < 2
            ? 0
            : seeds * (seeds * bySeedAndCluster.Values.Sum(m => m * m) - byCluster.Values.Sum(m => m * m)) / (seeds - 1);
        // Errors beyond all sense have squares that are no numbers.
        if (!double.IsFinite(sampling + scatter + explained)) return null;
        var test = pairs.Average(p => p.With.Errors.Length);
        // What crystals of one formula have in common: from crystal to crystal they scatter whatever the formulas.
        var common = Math.Max(0, Robust(learnt.Values) - learntByCrystal.Values.Sum(m => m * m));
        return new(
            change, sampling, common, scatter - explained, test / pairs.Average(p => p.With.Trained), byCluster.Count, seeds,
            pairs.SelectMany(p => p.With.Crystals).Distinct().Count(), changed == 0 ? 0.5 : (double)better / changed,
            pairs.Min(p => ZOf(p, clusters)), pairs.Max(p => ZOf(p, clusters)));
    }

    // One seed by itself: its change over the standard error that its crystals give.
    private static double ZOf(ErrorPair pair, FormulaClusters clusters)
    {
        double without = pair.Without.Errors.Average(), with = pair.With.Errors.Average();
        // A seed whose model makes no error at all has no scale: any error of the other is as much more as there can be.
        if (without == 0) return with == 0 ? 0 : MostZ;
        var change = with / without - 1;
        var byCluster = new Dictionary<int, double>();
        for (var i = 0; i < pair.With.Errors.Length; i++)
            CollectionsMarshal.GetValueRefOrAddDefault(byCluster, clusters[pair.With.Crystals[i]], out _) +=
                (pair.With.Errors[i] - (1 + change) * pair.Without.Errors[i]) / (without * pair.With.Errors.Length);
        return Math.Clamp(change / Math.Sqrt(Math.Max(LeastVariance, Robust(byCluster.Values))), -MostZ, MostZ);
    }

    /// <summary>
    /// The effects of one target in one representation. The training variance of an edge, which few seeds tell only roughly, is drawn
    /// towards the mean of all of them; estimates below 0 count as they are, since without them the mean would be too large. Models scatter
    /// by a share of their own error, so that what is pooled is the variance over the square of what the feature leaves of the error.
    /// How formulas differ some dozens of them tell only roughly, too, and at times as nothing: it is drawn half way towards the share of
    /// the variance of the crystals that it has in all of them.
    /// </summary>
    public static IReadOnlyList<Effect?> Finished(IReadOnlyList<EffectParts?> parts) =>
        [.. parts.Zip(Scatters(parts), (p, scatter) => p is null || scatter is null ? null : Finished(p, scatter))];

    /// <summary>What the variances of these effects are put together from, in the same order; null where there is no effect.</summary>
    public static IReadOnlyList<EffectScatter?> Scatters(IReadOnlyList<EffectParts?> parts)
    {
        EffectParts[] known = [.. parts.OfType<EffectParts>()];
        var pooled = Math.Max(0, known.Select(p => p.Training / Left(p)).DefaultIfEmpty(0).Average());
        var sampling = known.Sum(p => p.Sampling);
        var share = sampling > 0 ? known.Sum(p => p.Learnt) / sampling : 0;
        return [.. parts.Select(p => p is null || !double.IsFinite(pooled + share) ? null : new EffectScatter(
            p.Sampling, (p.Learnt + share * p.Sampling) / 2, Drawn(p, pooled), p.TestToTrain, p.Clusters, p.Seeds))];
    }

    private static double Drawn(EffectParts parts, double pooled)
    {
        var own = parts.Seeds - 1.0;
        return Math.Max(
            0, (own * parts.Training + EffectScatter.PooledFreedom * pooled * Left(parts)) / (own + EffectScatter.PooledFreedom));
    }

    private static Effect Finished(EffectParts parts, EffectScatter scatter) => new(
        parts.Change, scatter.StandardError, scatter.DegreesOfFreedom, parts.Seeds, parts.Crystals, parts.Improved)
    {
        FormulaVariance = scatter.OfFormulas,
    };

    private static double Robust(IReadOnlyCollection<double> sums) =>
        sums.Count < 2 ? 0 : sums.Sum(m => m * m) * sums.Count / (sums.Count - 1);

    // A model that makes no error at all has no scale; that of the smallest change beyond it will do.
    private static double Left(EffectParts parts) => Math.Max(LeastVariance, Square(1 + parts.Change));

    private static double Square(double x) => x * x;
}
