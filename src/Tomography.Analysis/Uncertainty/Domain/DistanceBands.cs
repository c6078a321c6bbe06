namespace Tomography.Analysis;

/// <summary>Thirds of crystals by their distance to the training crystals.</summary>
/// <param name="Near">Up to this distance a crystal is of the nearest third, in multiples of the domain's.</param>
/// <param name="Far">Beyond this distance it is of the farthest.</param>
public sealed record DistanceBands(double Near, double Far)
{
    /// <summary>Their names, from the nearest.</summary>
    public static IReadOnlyList<string> Names { get; } = ["nearest third", "middle third", "farthest third"];

    /// <summary>The thirds of crystals; null where no distance is known, or where all are the same.</summary>
    internal static DistanceBands? Of(IEnumerable<UnseenCrystal> crystals)
    {
        double[] sorted = [.. crystals.Select(c => c.Distance).OfType<double>().Order()];
        return sorted.Length == 0 || sorted[0] == sorted[^1] ? null : new(Percentile.Of(sorted, 1.0 / 3), Percentile.Of(sorted, 2.0 / 3));
    }

    /// <summary>The third of a distance; null where it is not known.</summary>
    public string? NameOf(double? distance) => distance is not { } d ? null : Names[d <= Near ? 0 : d <= Far ? 1 : 2];

    /// <summary>The third of a crystal.</summary>
    internal string? NameOf(UnseenCrystal crystal) => NameOf(crystal.Distance);
}
