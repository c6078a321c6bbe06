namespace Tomography.Analysis;

/// <summary>How many seeds steering asks for.</summary>
public sealed record SteeringSettings
{
    /// <summary>Seeds after which an edge gets no more; at least 2.</summary>
    public int MostSeeds { get; init; } = 10;

    /// <summary>
    /// Seeds that one plan adds to an edge at most; at least 1. Few make many rounds, each of which is one more look that claims pay for.
    /// </summary>
    public int SeedsPerPlan { get; init; } = 5;

    /// <summary>Checks the numbers.</summary>
    /// <param name="settings">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static SteeringSettings Checked(SteeringSettings? settings)
    {
        if (settings is null) return new();
        if (settings.MostSeeds < 2)
            throw new ArgumentException($"The largest number of seeds is {settings.MostSeeds}; expected at least 2.", nameof(settings));
        if (settings.SeedsPerPlan < 1)
            throw new ArgumentException($"The number of seeds per plan is {settings.SeedsPerPlan}; expected at least 1.", nameof(settings));
        return settings;
    }
}
