namespace Tomography.Analysis;

/// <summary>How information is estimated.</summary>
public sealed record InformationSettings
{
    /// <summary>Neighbours of the nearest-neighbour estimates; at least 1.</summary>
    public int Neighbours { get; init; } = MutualInformation.DefaultNeighbours;

    /// <summary>Materials that the nearest-neighbour estimates take at most; at least 1.</summary>
    public int MostSamples { get; init; } = 2000;

    /// <summary>Bins per number for the decomposition; at least 2.</summary>
    public int Bins { get; init; } = 5;

    /// <summary>Samples that a cell of the joint table needs on average for a sound decomposition; at least 1.</summary>
    public int SamplesPerCell { get; init; } = 5;

    /// <summary>Checks the numbers.</summary>
    /// <param name="settings">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static InformationSettings Checked(InformationSettings? settings)
    {
        if (settings is null)
            return new();
        if (settings.Neighbours < 1)
            throw new ArgumentException($"The number of neighbours is {settings.Neighbours}; expected at least 1.", nameof(settings));
        if (settings.MostSamples < 1)
            throw new ArgumentException($"The largest number of samples is {settings.MostSamples}; expected at least 1.", nameof(settings));
        if (settings.Bins < 2)
            throw new ArgumentException($"The number of bins is {settings.Bins}; expected at least 2.", nameof(settings));
        if (settings.SamplesPerCell < 1)
            throw new ArgumentException(
                $"The number of samples per cell is {settings.SamplesPerCell}; expected at least 1.",
                nameof(settings));
        return settings;
    }
}
