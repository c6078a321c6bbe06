namespace Tomography.Analysis;

/// <summary>How lattices are built and measured.</summary>
public sealed record LatticeSettings
{
    /// <summary>
    /// Seeds that an edge needs before it can be anything but inconclusive; at least 1. The range of one number says nothing, so 2 by
    /// default.
    /// </summary>
    public int MinimumSeeds { get; init; } = 2;

    /// <summary>How often the seeds are drawn anew for the intervals; 0 gives none.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>How many weight-permuted lattices modularity is compared with; 0 gives a z-score of 0.</summary>
    public int Permutations { get; init; } = 100;

    /// <summary>Checks the numbers.</summary>
    /// <param name="settings">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static LatticeSettings Checked(LatticeSettings? settings)
    {
        if (settings is null)
            return new();
        if (settings.MinimumSeeds < 1)
            throw new ArgumentException(
                $"The least number of seeds of an edge is {settings.MinimumSeeds}; expected at least 1.",
                nameof(settings));
        if (settings.Resamples < 0)
            throw new ArgumentException($"The number of resamples is {settings.Resamples}; expected at least 0.", nameof(settings));
        if (settings.Permutations < 0)
            throw new ArgumentException($"The number of permutations is {settings.Permutations}; expected at least 0.", nameof(settings));
        return settings;
    }
}
