namespace Tomography.Analysis;

/// <summary>How lattices are built and measured.</summary>
public sealed record LatticeSettings
{
    /// <summary>How often the effects are drawn anew, for intervals and regimes; 0 gives neither.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>How many weight-permuted lattices modularity is compared with; 0 gives a z-score of 0.</summary>
    public int Permutations { get; init; } = 50;

    /// <summary>The smallest relative change that matters, as a fraction; above 0. An undecided edge beyond it may be there.</summary>
    public double SmallestEffect { get; init; } = 0.05;

    /// <summary>Checks the numbers.</summary>
    /// <param name="settings">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static LatticeSettings Checked(LatticeSettings? settings)
    {
        if (settings is null)
            return new();
        if (settings.Resamples < 0)
            throw new ArgumentException($"The number of resamples is {settings.Resamples}; expected at least 0.", nameof(settings));
        if (settings.Permutations < 0)
            throw new ArgumentException($"The number of permutations is {settings.Permutations}; expected at least 0.", nameof(settings));
        return settings;
    }
}
