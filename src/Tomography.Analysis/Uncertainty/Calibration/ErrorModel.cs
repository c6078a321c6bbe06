using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// A normal error around the mean of several models: its variance is that of the noise and the square of the spread of the models, each
/// crystal's own. The noise is what residuals leave, the same for all crystals, or what models say of each.
/// </summary>
/// <param name="Noise">Standard deviation of the residual noise, in the target's unit; above 0.</param>
/// <param name="UsesSpread">Whether the spread counts; it does where every crystal has one.</param>
/// <param name="UsesTold">Whether what models say of the noise of a crystal stands in place of the residual noise.</param>
internal sealed record ErrorModel(double Noise, bool UsesSpread, bool UsesTold = false)
{
    // Models that spread wider than they err leave no noise; a crystal on which they happen to agree is still not known exactly.
    private const double LeastShare = 0.01;

    /// <summary>The model that gives residuals their mean square.</summary>
    /// <param name="crystals">The crystals whose residuals are taken, at least one.</param>
    /// <param name="usesSpread">Whether every crystal has a spread.</param>
    /// <param name="usesTold">Whether models say of every crystal how noisy it is, and that is to be used.</param>
    public static ErrorModel Of(IReadOnlyCollection<UnseenCrystal> crystals, bool usesSpread, bool usesTold = false)
    {
        var squares = crystals.Sum(c => c.Error * c.Error) / crystals.Count;
        var spread = usesSpread ? crystals.Sum(c => c.Spread!.Value * c.Spread.Value) / crystals.Count : 0;
        var noise = Math.Sqrt(Math.Max(squares - spread, LeastShare * squares));
        return new(noise > 0 ? noise : 1e-12, usesSpread, usesTold);
    }

    /// <summary>The standard deviation of the error of a crystal, above 0.</summary>
    /// <param name="spread">The spread of the models on it.</param>
    /// <param name="told">What they say of its noise; used where that is asked for.</param>
    public double Sigma(double? spread, double? told = null)
    {
        var noise = UsesTold && told is { } own ? own : Noise;
        return UsesSpread && spread is { } s ? Math.Sqrt(noise * noise + s * s) : noise;
    }
}
