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
    private const double LeastVariance = 1e-12, LeastTold = 0.05, MostZ = 1e6;

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
        var formulas = new FormulaMoves();
        FormulaMoves[] bySeed = [.. pairs.Select(_ => new FormulaMoves())];
        // Of formulas that the models learn from as well, and of each of their crystals; and of all crystals.
        var (learnt, learntByCrystal) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        var byCrystal = new Dictionary<int, double>();
        var moved = new double[pairs.Count];
        var (better, changed) = (0, 0);
        for (var s = 0; s < pairs.Count; s++)
        {
            var (errors, less) = (pairs[s].With.Errors, pairs[s].Without.Errors);
            var divided = clusters.Divided(pairs[s].With.Crystals);
            var share = 1.0 / errors.Length / pairs.Count;
            for (var i = 0; i < errors.Length; i++)
            {
                var part = CrystalPart.Of(less[i], errors[i], share, without, with);
                var crystal = pairs[s].With.Crystals[i];
                var cluster = clusters[crystal];
                formulas.Add(cluster, part);
                bySeed[s].Add(cluster, part);
                moved[s] += part.Move;
                CollectionsMarshal.GetValueRefOrAddDefault(byCrystal, crystal, out _) += part.Move;
                if (errors[i] != less[i]) changed++;
                if (errors[i] < less[i]) better++;
                if (!divided.Contains(cluster)) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(learnt, cluster, out _) += part.Move;
                CollectionsMarshal.GetValueRefOrAddDefault(learntByCrystal, crystal, out _) += part.Move;
            }
        }

        var training = Training(moved, formulas, bySeed);
        var test = pairs.Average(p => p.With.Errors.Length);
        var ofCrystals = learntByCrystal.GroupBy(c => clusters[c.Key], c => Square(c.Value)).ToDictionary(g => g.Key, g => g.Sum());
        // What crystals of one formula have in common: from crystal to crystal they scatter whatever the formulas.
        var common = formulas.Beyond(
            learnt.Select(f => KeyValuePair.Create(f.Key, (f.Value, ofCrystals[f.Key]))), byCrystal.Values.Sum(Square));
        // Errors beyond all sense have squares that are no numbers.
        if (!double.IsFinite(formulas.Variance + training + common)) return null;
        return new(
            change, formulas.Variance, Math.Max(0, common), training, test / pairs.Average(p => p.With.Trained), formulas.Worth,
            pairs.Count, pairs.SelectMany(p => p.With.Crystals).Distinct().Count(), changed == 0 ? 0.5 : (double)better / changed,
            pairs.Min(p => ZOf(p, clusters)), pairs.Max(p => ZOf(p, clusters)));
    }

    // Of one seed: its scatter around the mean, less what its own crystals explain. What formulas that several seeds test bring to all of
    // these makes no seed differ from another. A single formula explains nothing: all that is seen is laid to the training.
    private static double Training(double[] moved, FormulaMoves formulas, FormulaMoves[] bySeed)
    {
        double seeds = moved.Length;
        var scatter = seeds * seeds * moved.Sum(Square) / (seeds - 1);
        if (formulas.Count < 2) return scatter;
        var explained = seeds * (seeds * bySeed.Sum(f => f.Squares) - formulas.Squares) / (seeds - 1);
        // Training moves all formulas of a seed alike, each by its share of the error, which looks as if they explained it: of two equal
        // formulas half of it does. Seeds scatter around their mean, so that the shares have to be compared between seeds as well.
        var taken = (seeds * (seeds - 2) * bySeed.Sum(f => f.SquaresOfError) + formulas.SquaresOfError) / (seeds - 1);
        return (scatter - explained) / Math.Max(LeastTold, 1 - taken);
    }

    // One seed by itself: its change over the standard error that its crystals give.
    private static double ZOf(ErrorPair pair, FormulaClusters clusters)
    {
        double without = pair.Without.Errors.Average(), with = pair.With.Errors.Average();
        // A seed whose model makes no error at all has no scale: any error of the other is as much more as there can be.
        if (without == 0) return with == 0 ? 0 : MostZ;
        var change = with / without - 1;
        var formulas = new FormulaMoves();
        var share = 1.0 / pair.With.Errors.Length;
        for (var i = 0; i < pair.With.Errors.Length; i++)
        {
            var part = CrystalPart.Of(pair.Without.Errors[i], pair.With.Errors[i], share, without, with);
            formulas.Add(clusters[pair.With.Crystals[i]], part);
        }

        // A seed that tests a single formula says nothing of others.
        if (formulas.Count < 2) return 0;
        return Math.Clamp(change / Math.Sqrt(Math.Max(LeastVariance, formulas.Variance)), -MostZ, MostZ);
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

    // A model that makes no error at all has no scale; that of the smallest change beyond it will do.
    private static double Left(EffectParts parts) => Math.Max(LeastVariance, Square(1 + parts.Change));

    private static double Square(double x) => x * x;
}
