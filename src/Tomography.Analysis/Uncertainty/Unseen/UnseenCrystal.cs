using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>A crystal and what is predicted of it by models that did not see it.</summary>
/// <param name="Material">Its place in the dataset.</param>
/// <param name="Id">Its id.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="True">The true value, in the target's unit; finite.</param>
/// <param name="Models">Which models predict it, as places in the list of seeds; ascending, at least one.</param>
/// <param name="Predicted">What each of them predicts, in the target's unit; finite.</param>
public sealed record UnseenCrystal(
    int Material, string Id, string Formula, double True, ImmutableArray<int> Models, ImmutableArray<double> Predicted)
{
    /// <summary>
    /// Its distance to the training crystals of these models, as a multiple of the distance up to which the domain reaches, mean over the
    /// models; null where it is not known.
    /// </summary>
    public double? Distance { get; init; }

    /// <summary>Its crystal system; null where the dataset does not have it.</summary>
    public string? CrystalSystem { get; init; }

    /// <summary>
    /// What these models say of the noise of the crystal, where they predict a variance: the root of its mean over the models, in the
    /// target's unit, above 0; else null.
    /// </summary>
    public double? Noise { get; init; }

    /// <summary>Mean of the predictions.</summary>
    public double Mean { get; } = Ensemble.Mean(Predicted);

    /// <summary>Standard deviation of the predictions (divided by models - 1); null for one model.</summary>
    public double? Spread { get; } = Ensemble.Spread(Predicted);

    /// <summary>How far the mean is off, absolute.</summary>
    public double Error => Math.Abs(Mean - True);
}
