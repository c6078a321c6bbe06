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

    /// <summary>Samples that a cell of the joint table needs on average for a sound decomposition.</summary>
    public int SamplesPerCell { get; init; } = 5;
}
