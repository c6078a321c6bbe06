using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Workflows.Tests;

/// <summary>Plans of experiments written as YAML, over a stated dataset.</summary>
internal static class Plans
{
    public const string Study = """
        experiment: study
        dataset: { csv: materials.csv }
        targets: [band-gap, density, e-above-hull, energy, energy-per-atom, formation-energy-per-atom, number-of-sites, total-magnetization, volume]
        """;

    /// <summary>Two targets, two features, two seeds, both representations: 24 jobs.</summary>
    public const string Small = """
        experiment: small
        dataset: { csv: materials.csv }
        targets: [density, volume]
        features: [density, is-hubbard]
        seeds: [1, 2]
        """;

    /// <summary>A dataset with all properties; its hashes are those of nothing in particular.</summary>
    public static PreparedDataset Dataset { get; } = new(
        "key", new DatasetSummary("materials", false, 100, 90, 80, 0), new('c', 64), new('e', 64),
        [.. PropertyRegistry.All.Select((p, i) => new PreparedColumn(p, new string((char)('a' + i), 64), true))], []);

    public static Plan Of(string yaml) => Planner.Create(Reading.Valid(yaml), Dataset);

    public static ImmutableHashSet<JobKey> Keys(string yaml) => [.. Of(yaml).Jobs.Select(j => j.Key)];
}
