using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Brings an experiment's dataset into the store: once per content, then found again by the hash of its source.</summary>
/// <param name="store">The store.</param>
/// <param name="limits">How much of a source is read at most.</param>
public sealed class DatasetPreparer(DatasetStore store, InputLimits limits)
{
    /// <summary>Raised whenever reading the same source would give other crystals or values.</summary>
    private const string ReaderVersion = "1";

    /// <summary>The prepared dataset of an experiment; it is read where the store does not have it, and so are the graphs that the experiment needs.</summary>
    /// <exception cref="DiagnosticException">The dataset is missing, unusable, or lacks a property.</exception>
    public PreparedDataset Prepare(Experiment experiment, CancellationToken cancellation)
    {
        var key = KeyOf(experiment);
        Dataset? dataset = null;
        var prepared = store.Find(key);
        if (prepared is null)
        {
            (dataset, prepared) = Read(experiment, key);
            store.Keep(prepared, TableOf(dataset));
        }

        var wanted = experiment.Representations.SelectMany(_ => experiment.Variants, (representation, variant) => (Representation: representation, variant.Graph));
        foreach (var (path, representation, graph) in wanted.Select(w => (store.GraphsPath(prepared, w.Representation, w.Graph), w.Representation, w.Graph)).DistinctBy(w => w.Item1, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (store.HasGraphs(path)) continue;
            dataset ??= Read(experiment, key).Dataset;
            store.Keep(path, Pack(dataset, representation, graph, cancellation));
        }

        return prepared;
    }

    private static PackedGraphs Pack(Dataset dataset, Representation representation, GraphSettings settings, CancellationToken cancellation)
    {
        var graphs = new CrystalGraph[dataset.Materials.Length];
        Parallel.For(0, graphs.Length, new ParallelOptions { CancellationToken = cancellation }, i => graphs[i] = GraphBuilder.Shipped.First(b => b.Representation == representation).Build(dataset.Materials[i].Crystal, settings));
        return GraphPacker.Pack(graphs, dataset.ElementFeatures, GaussianBasis.Of(settings));
    }

    private static MaterialTable TableOf(Dataset dataset) =>
        new([.. dataset.Materials.Select(m => m.Formula)], dataset.Columns.ToImmutableDictionary(c => c.Property.Name, c => c.Values));

    private (Dataset Dataset, PreparedDataset Prepared) Read(Experiment experiment, string key)
    {
        var read = DatasetLoader.Load(experiment, limits);
        var dataset = read.Dataset;
        if (experiment.Limit is { } limit && limit < dataset.Materials.Length) dataset = dataset.Take(Subset(dataset.Materials.Length, limit));
        dataset = ControlColumns.AddTo(dataset, experiment);
        var formulas = dataset.Materials.CountBy(m => m.Formula, StringComparer.Ordinal).ToArray();
        var summary = new DatasetSummary(dataset.Name, dataset.IsSynthetic, dataset.Materials.Length, formulas.Length, formulas.Count(f => f.Value == 1), read.SetAside);
        var columns = dataset.Columns.Select(c => new PreparedColumn(c.Property, DatasetHash.OfColumn(c), c.Values.Any(v => v != c.Values[0])));
        return (dataset, new(key, summary, DatasetHash.OfCrystals(dataset), DatasetHash.OfElementFeatures(dataset.ElementFeatures), [.. columns], read.Warnings));
    }

    /// <summary>A random subset that depends on nothing but the sizes, in the dataset's order.</summary>
    private static int[] Subset(int count, int limit)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Generator(0, GeneratorPurpose.Subset).Shuffle(order);
        return [.. order.Take(limit).Order()];
    }

    /// <summary>
    /// The content of the source, the limit, and the properties used: a material that lacks one of them is set aside. Where no material
    /// lacks any, other properties give another key here, but the same content hashes, and so the same jobs.
    /// </summary>
    private string KeyOf(Experiment experiment)
    {
        // The name, because reports show it; it enters no fingerprint.
        var name = experiment.Dataset switch { DatasetSource.Csv csv => Path.GetFileName(csv.Path), DatasetSource.Folder folder => Path.GetFileName(folder.Path), _ => "" };
        var used = experiment.Targets.Concat(experiment.Features ?? []).Select(p => p.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var described = string.Create(CultureInfo.InvariantCulture, $"{ReaderVersion}|{name}|{SourceHash.Of(experiment, limits)}|{experiment.Limit}|{experiment.Features is null}|{string.Join(",", used)}{(limits == InputLimits.Default ? "" : $"|{limits}")}{(experiment.Controls.IsEmpty ? "" : $"|{string.Join(",", experiment.Controls)} of {ControlColumns.Shuffled(experiment)}")}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(described)));
    }
}
