using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Benchmarks;

/// <summary>The models of one seed of [T]'s study over a file: each of nine targets without and with each of 13 features.</summary>
internal static class CohortOfPaper
{
    private static readonly string[] s_targets =
    [
        "band-gap", "density", "e-above-hull", "energy", "energy-per-atom", "formation-energy-per-atom", "number-of-sites",
        "total-magnetization", "volume",
    ];

    private static readonly string[] s_features =
        [.. s_targets, "is-hubbard", "oxide-type", "spacegroup-crystal-system", "spacegroup-number"];

    /// <summary>The models, as many as are wanted, target by target.</summary>
    /// <param name="dataset">The file's materials.</param>
    /// <param name="graphs">Their graphs.</param>
    /// <param name="models">How many, at most 126 per seed; more are models of further seeds.</param>
    /// <param name="epochs">Epochs.</param>
    public static CohortTask Of(Dataset dataset, PackedGraphs graphs, int models, int epochs)
    {
        ImmutableArray<int> all = [.. Enumerable.Range(0, graphs.Count)];
        var training = TrainingSettings.Default with { Epochs = epochs, Milestones = [] };
        var tasks = from seed in Enumerable.Range(123, 1 + (models - 1) / (s_targets.Length * (1 + s_features.Length)))
            let split = Split.ByShares(graphs.Count, null, SplitShares.Default, seed)
            from target in s_targets.Select(Column).OfType<PropertyColumn>()
            from features in (PropertyColumn[][])[[], .. s_features.Select(Column).OfType<PropertyColumn>().Select(c => new[] { c })]
            select new TrainingTask(graphs, target, [.. features], split, new(), training, seed) { Materials = all };
        return new([.. tasks.Take(models)]);

        PropertyColumn? Column(string name) =>
            dataset.Column(new(name)) is { } column && column.Values.All(double.IsFinite) ? column : null;
    }
}
