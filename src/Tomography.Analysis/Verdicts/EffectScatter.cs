namespace Tomography.Analysis;

/// <summary>What the variance of an effect is put together from.</summary>
/// <param name="Sampling">Variance because other crystals might have been the test crystals.</param>
/// <param name="Learnt">
/// The part of it by which formulas differ, of those that the models learn from as well, drawn towards that of the other edges of the
/// target.
/// </param>
/// <param name="Training">Variance of one seed beyond that, drawn towards that of the other edges of the target.</param>
/// <param name="TestToTrain">Test crystals over training crystals: how much the training parts of seeds have in common.</param>
/// <param name="Clusters">
/// How many formulas of equally many test crystals and equal errors would be as much evidence as those that there are; at least 1.
/// </param>
/// <param name="Seeds">Seeds; at least 2.</param>
internal sealed record EffectScatter(
    double Sampling, double Learnt, double Training, double TestToTrain, double Clusters, int Seeds)
{
    /// <summary>Degrees of freedom that the training variance of the other edges of a target is worth to one edge.</summary>
    public const double PooledFreedom = 8;

    private const double LeastVariance = 1e-12, Teaching = 6;

    /// <summary>Standard error of the effect: the training part does not fall as 1 / seeds, because training parts overlap.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>Degrees of freedom of the sum of two variances (Satterthwaite); 1 to 10^6.</summary>
    public double DegreesOfFreedom => Math.Clamp(
        1 / (Square(Sampling / Variance) / Math.Max(1, Clusters - 1)
            + Square(OfTraining / Variance) / (Seeds - 1 + PooledFreedom) + 1e-300),
        1,
        1e6);

    /// <summary>
    /// The variance that an effect of a fifth and more has because the formulas that are tested are those that were learnt from: others
    /// would have taught something else. Seeds do not show it, for they share the formulas. Taken as six times the variance by which
    /// formulas differ as tests, so that intervals of effects hold what they should (docs/evidence.md).
    /// </summary>
    public double OfFormulas => Teaching * Learnt;

    /// <summary>Standard error of an effect of some size, as a fraction: with what formulas teach.</summary>
    /// <param name="effect">The effect.</param>
    public double ErrorOf(double effect) => Effect.ErrorOf(StandardError, OfFormulas, effect);

    private double OfTraining => Training * (1.0 / Seeds + TestToTrain);

    private double Variance => Math.Max(LeastVariance, Sampling + OfTraining);

    /// <summary>The scatter to expect with more seeds; what the choice of test crystals brings falls with more of these alone.</summary>
    /// <param name="seeds">How many seeds in all; at least those that are there.</param>
    /// <param name="crystals">How many times as many different test crystals; at least 1.</param>
    public EffectScatter WithSeeds(int seeds, double crystals) =>
        this with { Seeds = seeds, Sampling = Sampling / crystals, Clusters = Clusters * crystals };

    /// <summary>The scatter to expect of a larger dataset. Both parts fall with its size.</summary>
    /// <param name="times">How many times as many materials; at least 1.</param>
    public EffectScatter WithMaterials(double times) =>
        this with { Sampling = Sampling / times, Learnt = Learnt / times, Training = Training / times, Clusters = Clusters * times };

    /// <summary>The scatter to expect where as many labels as before are learnt from, and more crystals test.</summary>
    /// <param name="times">How many times as many test crystals; at least 1.</param>
    public EffectScatter WithTestCrystals(double times) =>
        this with { Sampling = Sampling / times, Clusters = Clusters * times };

    private static double Square(double x) => x * x;
}
