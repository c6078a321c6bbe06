using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What differs between two fingerprints.</summary>
internal static class FingerprintDifference
{
    /// <summary>
    /// The parts that differ, in the order of the wanted fingerprint, then those that only the other has. Hashes of values are left out
    /// where the name itself differs: another property has other values.
    /// </summary>
    public static ImmutableArray<PartDifference> Of(ImmutableArray<FingerprintPart> nearest, ImmutableArray<FingerprintPart> wanted)
    {
        nearest = [.. nearest.Select(p => FormerNames.TryGetValue(p.Name, out var name) ? p with { Name = name } : p)];
        var old = nearest.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var names = wanted.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var all = wanted.Select(p => new PartDifference(p.Name, old.GetValueOrDefault(p.Name), p.Value))
            .Concat(nearest.Where(p => !names.Contains(p.Name)).Select(p => new PartDifference(p.Name, p.Value, null)))
            .Where(d => d.Nearest != d.Wanted).ToArray();
        return [.. all.Where(d => !Follows(d, all))];
    }

    // What parts were called in results of numerics version 1.
    private static IReadOnlyDictionary<string, string> FormerNames { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["feature"] = "features", ["feature.values"] = "features.values" };

    private static bool Follows(PartDifference difference, PartDifference[] all) =>
        (difference.Name.EndsWith(".values", StringComparison.Ordinal) && all.Any(d => d.Name == difference.Name[..^".values".Length]))
        || (
            difference.Name == "graph.neighbours"
            && (difference.Nearest is null || difference.Wanted is null)
            && all.Any(d => d.Name == "representation"));
}
