namespace Tomography.Analysis;

/// <summary>How information is estimated.</summary>
public sealed record InformationSettings
{
    /// <summary>Fewer shuffles have no value that 95 % of them stay below.</summary>
    internal const int FewestPartShuffles = 19;

    /// <summary>Neighbours of the nearest-neighbour estimates; at least 1.</summary>
    public int Neighbours { get; init; } = MutualInformation.DefaultNeighbours;

    /// <summary>Materials that the nearest-neighbour estimates take at most; at least 1.</summary>
    public int MostSamples { get; init; } = 2000;

    /// <summary>Bins per number for the decomposition; at least 2.</summary>
    public int Bins { get; init; } = 5;

    /// <summary>Samples that a cell of the joint table needs on average for a sound decomposition; at least 1.</summary>
    public int SamplesPerCell { get; init; } = 5;

    /// <summary>
    /// How often the feature's values are shuffled to see what chance gives for a mutual information; at least 2. Twenty tell mean and
    /// deviation to a sixth.
    /// </summary>
    public int Shuffles { get; init; } = 20;

    /// <summary>The same for the parts of a decomposition, which need the shuffles' ranks; at least 19.</summary>
    public int PartShuffles { get; init; } = 39;

    /// <summary>Cells of a joint table beyond which 19 shuffles must do, so that a table of thousands of cells takes no minute.</summary>
    public int MostCellsForPartShuffles { get; init; } = 1000;

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
        if (settings.Shuffles < 2)
            throw new ArgumentException($"The number of shuffles is {settings.Shuffles}; expected at least 2.", nameof(settings));
        if (settings.PartShuffles < FewestPartShuffles)
            throw new ArgumentException(
                $"The number of shuffles for parts is {settings.PartShuffles}; expected at least {FewestPartShuffles}.", nameof(settings));
        return settings;
    }
}
