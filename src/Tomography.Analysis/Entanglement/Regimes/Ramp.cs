namespace Tomography.Analysis;

/// <summary>How a number counts toward a regime: not at all up to one value, fully from another on, and in proportion between.</summary>
/// <param name="From">Up to here the score is 0.</param>
/// <param name="To">From here on the score is 1; above <see cref="From"/>.</param>
public readonly record struct Ramp(double From, double To)
{
    /// <summary>The score of a number, in 0..1.</summary>
    public double Of(double value) => Math.Clamp((value - From) / (To - From), 0, 1);

    /// <summary>Whether both ends are finite and in order.</summary>
    public bool IsValid => double.IsFinite(From) && double.IsFinite(To) && From < To;
}
