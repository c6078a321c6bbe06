namespace Tomography.Workflows;

/// <summary>How fast one worker trains: epochs of models in a time, those of models side by side counted each.</summary>
/// <param name="Epochs">Epochs of models.</param>
/// <param name="Seconds">The time they took together.</param>
internal readonly record struct Pace(long Epochs, double Seconds)
{
    /// <summary>Seconds per epoch of a model; null where none was trained.</summary>
    public double? SecondsPerEpoch => Epochs > 0 ? Seconds / Epochs : null;

    public static Pace operator +(Pace a, Pace b) => new(a.Epochs + b.Epochs, a.Seconds + b.Seconds);
}
