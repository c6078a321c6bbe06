namespace Tomography.Analysis;

/// <summary>An importance in one form: percentages, or the reason why there are none.</summary>
/// <param name="Percent">The percentages; null where they are missing.</param>
/// <param name="Missing">Why they are missing; null where they are there.</param>
public readonly record struct ImportanceValue(PercentChange? Percent, MissingReason? Missing)
{
    /// <summary>Percentages that are there.</summary>
    public static ImportanceValue Of(PercentChange percent) => new(percent, null);

    /// <summary>Percentages that are not there.</summary>
    public static ImportanceValue None(MissingReason reason) => new(null, reason);

    /// <summary>Whether the percentages are there and even the worst case is an improvement.</summary>
    public bool IsSignificant => Percent is { IsSignificant: true };

    /// <summary>Whether the percentages are there and even the best case is a deterioration.</summary>
    public bool IsHarmful => Percent is { IsHarmful: true };
}
