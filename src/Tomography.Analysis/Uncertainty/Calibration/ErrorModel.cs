using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// A normal error around the mean of several models: its variance is that of the residual noise, the same for all crystals, and the square
/// of the spread of the models, each crystal's own.
/// </summary>
/// <param name="Noise">Standard deviation of the noise, in the target's unit; above 0.</param>
/// <param name="UsesSpread">Whether the spread counts; it does where every crystal has one.</param>
internal sealed record ErrorModel(double Noise, bool UsesSpread)
{
    // Models that spread wider than they err leave no noise; a crystal on which they happen to agree is still not known exactly.
    private const double LeastShare = 0.01;

    /// <summary>The model that gives residuals their mean square.</summary>
    /// <param name="crystals">The crystals whose residuals are taken, at least one.</param>
    /// <param name="usesSpread">Whether every crystal has a spread.</param>
    public static ErrorModel Of(IReadOnlyCollection<UnseenCrystal> crystals, bool usesSpread)
    {
        var squares = crystals.Sum(c => c.Error * c.Error) / crystals.Count;
        var spread = usesSpread ? crystals.Sum(c => c.Spread!.Value * c.Spread.Value) / crystals.Count : 0;
        var noise = Math.Sqrt(Math.Max(squares - spread, LeastShare * squares));
        return new(noise > 0 ? noise : 1e-12, usesSpread);
    }

    /// <summary>The standard deviation of the error of a crystal, above 0.</summary>
    public double Sigma(double? spread) => UsesSpread && spread is { } s ? Math.Sqrt(Noise * Noise + s * s) : Noise;
}
