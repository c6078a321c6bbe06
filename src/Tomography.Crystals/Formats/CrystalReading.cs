using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>How crystals are read.</summary>
internal sealed record CrystalReading
{
    /// <summary>What holds where nothing is said.</summary>
    public static CrystalReading Default { get; } = new();

    /// <summary>How much is read.</summary>
    public InputLimits Limits { get; init; } = InputLimits.Default;

    /// <summary>The formats that are known.</summary>
    public ImmutableArray<CrystalFormat> Formats { get; init; } = CrystalFormats.All;

    /// <summary>Which block of a CIF text is meant; null where all are.</summary>
    public CifBlockChoice? Block { get; init; }
}
