using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Plans of experiments written as YAML, over a stated dataset.</summary>
internal static class Plans
{
    public const string Study = """
        experiment: study
        dataset: { csv: materials.csv }
        targets:
          [band-gap, density, e-above-hull, energy, energy-per-atom, formation-energy-per-atom, number-of-sites,
          total-magnetization, volume]
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
        [.. PropertyCatalogue.Known.All.Select((p, i) => new PreparedColumn(p, new string((char)('a' + i), 64), true))], []);

    public static Plan Of(string yaml) => Planner.Create(Reading.Valid(yaml), Dataset);

    /// <summary>A plan of one target, seed and representation over a dataset in which some properties have gaps.</summary>
    /// <param name="features">The list of features.</param>
    /// <param name="gaps">Properties with gaps, and what is hashed to tell which.</param>
    public static Plan Create(string features, params (string Property, string Gaps)[] gaps)
    {
        var columns = Dataset.Columns.Select(c => Array.Find(gaps, g => g.Property == c.Property.Name.Value) is { Gaps: { } hash }
            ? c with { Missing = 20, GapsHash = hash }
            : c);
        var yaml = $"""
            experiment: sparse
            dataset: {"{"} csv: a.csv {"}"}
            representations: structure
            targets: density
            seeds: 1
            features: {features}
            """;
        return Planner.Create(Reading.Valid(yaml), Dataset with { Columns = [.. columns] });
    }

    public static ImmutableHashSet<JobKey> Keys(string yaml) => [.. Of(yaml).Jobs.Select(j => j.Key)];
}
