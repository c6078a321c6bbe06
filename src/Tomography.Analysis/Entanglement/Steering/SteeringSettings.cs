namespace Tomography.Analysis;

/// <summary>When an edge is settled and how many seeds a plan adds.</summary>
public sealed record SteeringSettings
{
    /// <summary>Relative change of the error (a fraction) below which an edge does not matter; above 0.</summary>
    public double SmallestEffect { get; init; } = 0.01;

    /// <summary>Seeds after which an edge is left as it is; at least 2.</summary>
    public int MostSeeds { get; init; } = 10;

    /// <summary>Seeds that one plan adds to an edge at most; at least 1.</summary>
    public int SeedsPerPlan { get; init; } = 2;

    /// <summary>Checks the numbers.</summary>
    /// <param name="settings">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static SteeringSettings Checked(SteeringSettings? settings)
    {
        if (settings is null) return new();
        if (!(double.IsFinite(settings.SmallestEffect) && settings.SmallestEffect > 0))
            throw new ArgumentException(
                $"The smallest effect is {settings.SmallestEffect:R}; expected a fraction above 0, such as 0.01.",
                nameof(settings));
        if (settings.MostSeeds < 2)
            throw new ArgumentException($"The largest number of seeds is {settings.MostSeeds}; expected at least 2.", nameof(settings));
        if (settings.SeedsPerPlan < 1)
            throw new ArgumentException($"The number of seeds per plan is {settings.SeedsPerPlan}; expected at least 1.", nameof(settings));
        return settings;
    }
}
