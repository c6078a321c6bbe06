namespace Tomography.Evidence.Tests;

/// <summary>What a simulated study is like. The parts of its scatter are those that trained models show.</summary>
/// <param name="Materials">Materials of the dataset; a fifth tests each seed.</param>
/// <param name="Seeds">Seeds of the study.</param>
internal sealed record SurrogateDesign(int Materials, int Seeds)
{
    /// <summary>Below this an effect is small.</summary>
    public const double Small = 0.12;

    /// <summary>What the features do to the error: every effect for as many features, of each target.</summary>
    public double[] Effects { get; init; } = [0, 0, 0, 0, 0, -0.05, -0.05, -0.2, -0.2, -0.4];

    /// <summary>Targets; each has a baseline of its own.</summary>
    public int Targets { get; init; } = 3;

    /// <summary>How much models of one seed differ by their training alone, as a fraction of the error: 2 to 6 % are seen.</summary>
    public double TrainingScatter { get; init; } = 0.04;

    /// <summary>
    /// The part of that scatter that all seeds of a dataset share, because three fifths of it train each: where test and training parts are
    /// a fifth and three fifths, what Nadeau and Bengio assume.
    /// </summary>
    public double Shared { get; init; } = 0.25;

    /// <summary>How much two models agree on the error of a crystal: the correlation of their signed errors.</summary>
    public double Agreement { get; init; } = 0.9;

    /// <summary>Polymorphs of each formula; what a feature does differs from formula to formula.</summary>
    public int PerFormula { get; init; } = 3;

    /// <summary>
    /// The share of the materials that the most frequent formula has, of the others that the next has, and so on for four formulas; what is
    /// left has <see cref="PerFormula"/> each. 0 where all are equally frequent.
    /// </summary>
    public double Frequent { get; init; }

    /// <summary>How much the effect differs from formula to formula, as a fraction of the error.</summary>
    public double EffectScatter { get; init; } = 0.2;

    /// <summary>
    /// The variance that an effect of 12 % and more has because other formulas would have taught the models something else, over that which
    /// its scatter from formula to formula brings where they are tested: what edges of trained models show.
    /// </summary>
    public double[] Teaching { get; init; } = [0, 0.6, 1.15, 2.4, 2.4, 2.95, 3, 3.6, 8.4, 8.4];

    /// <summary>The same of smaller effects. Nothing where there is no effect.</summary>
    public double[] TeachingOfSmall { get; init; } = [0, 0, 0, 0, 0.81, 1.26, 3.49];

    /// <summary>Whether seeds test the parts of one deal in turn.</summary>
    public bool Rotates { get; init; }

    /// <summary>Whether a control of the features' width runs along.</summary>
    public bool HasControl { get; init; } = true;
}
