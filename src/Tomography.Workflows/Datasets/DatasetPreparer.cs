using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Brings an experiment's dataset into the store: once per content, then found again by the hash of its source.</summary>
/// <param name="store">The store.</param>
/// <param name="limits">How much of a source is read at most.</param>
/// <param name="repertoire">What representations and splits there are; those of this program where none is given.</param>
internal sealed class DatasetPreparer(DatasetStore store, InputLimits limits, Repertoire? repertoire = null)
{
    /// <summary>Raised whenever reading the same source would give other crystals or values.</summary>
    private const string ReaderVersion = "5";

    private readonly Repertoire _repertoire = repertoire ?? Repertoire.Default;

    /// <summary>
    /// The prepared dataset of an experiment; it is read where the store does not have it, and so are the graphs that the experiment needs.
    /// </summary>
    /// <exception cref="DiagnosticException">The dataset is missing, unusable, or lacks a property.</exception>
    public PreparedDataset Prepare(Experiment experiment, CancellationToken cancellation)
    {
        var key = KeyOf(experiment);
        Dataset? dataset = null;
        var prepared = store.Find(key);
        if (prepared is null)
        {
            (dataset, prepared, var read) = Read(experiment, key);
            ImmutableArray<ImmutableArray<int>>? copies = HasCrystals(read.Dataset) ? prepared.Copies : null;
            var audit = DatasetAuditor.Audit(read.Dataset, read.Beside, experiment.Properties.Declared, copies);
            store.Keep(prepared, TableOf(dataset), read.Remarks, audit);
        }

        foreach (var graphs in Planner.GraphsOf(experiment, prepared, _repertoire))
        {
            cancellation.ThrowIfCancellationRequested();
            if (store.HasGraphs(graphs.Hash)) continue;
            dataset ??= Read(experiment, key).Dataset;
            store.Keep(graphs.Hash, Pack(dataset, _repertoire.BuilderOf(graphs.Representation), graphs.Settings, cancellation));
        }

        return prepared;
    }

    internal static PackedGraphs Pack(Dataset dataset, GraphBuilder builder, GraphSettings settings, CancellationToken cancellation)
    {
        var graphs = new CrystalGraph[dataset.Materials.Length];
        Parallel.For(
            0, graphs.Length, new ParallelOptions { CancellationToken = cancellation },
            i => graphs[i] = builder.Build(dataset.Materials[i].Crystal, settings));
        return GraphPacker.Pack(graphs, dataset.ElementFeatures, GaussianBasis.Of(settings));
    }

    private static MaterialTable TableOf(Dataset dataset) => new(
        [.. dataset.Materials.Select(m => m.Id)], [.. dataset.Materials.Select(m => m.Formula)],
        dataset.Columns.ToImmutableDictionary(c => c.Property.Name, c => c.Values))
    {
        Components = dataset.Columns.Where(c => !c.Components.IsEmpty).ToImmutableDictionary(c => c.Property.Name, c => c.Components),
    };

    private (Dataset Dataset, PreparedDataset Prepared, LoadedDataset Loaded) Read(Experiment experiment, string key)
    {
        var read = DatasetLoader.Load(experiment, limits, _repertoire);
        var dataset = NoiseTasks.AddTo(ControlRows.AddTo(read.Dataset, experiment), experiment);
        var formulas = dataset.Materials.CountBy(m => m.Formula, StringComparer.Ordinal).ToArray();
        var summary = new DatasetSummary(
            dataset.Name,
            dataset.IsSynthetic,
            dataset.Materials.Length,
            formulas.Length,
            formulas.Count(f => f.Value == 1),
            read.SetAside);
        var columns = dataset.Columns.Select(c => new PreparedColumn(c.Property, DatasetHash.OfColumn(c), !c.IsConstant)
        {
            Missing = c.Missing, GapsHash = DatasetHash.OfGaps(c),
        });
        var hasCrystals = HasCrystals(dataset);
        var copies = hasCrystals ? CrystalCopies.In(dataset.Materials) : [];
        var near = hasCrystals ? CrystalCopies.In(dataset.Materials, near: true) : [];
        var prepared = new PreparedDataset(
            key, summary, DatasetHash.OfCrystals(dataset), DatasetHash.OfElementFeatures(dataset.ElementFeatures), [.. columns],
            [.. read.Warnings, .. FindingWarnings.OfCopies(dataset, copies, near), .. Gaps(dataset, experiment)])
        {
            Excluded = read.Remarks.Excluded.Counts,
            Findings = read.Findings,
            Copies = copies,
            NearCopies = near,
            Elements = [.. dataset.Materials.SelectMany(m => m.Crystal.Sites).Select(s => s.Occupants[0].AtomicNumber).Distinct().Order()],
        };
        return (dataset, prepared, read);
    }

    /// <summary>Whether its crystals are somebody's, so that one may stand in it twice.</summary>
    private static bool HasCrystals(Dataset dataset) => !dataset.IsSynthetic && !dataset.HasFormulasOnly;

    /// <summary>Which properties so many materials lack that models with them use fewer materials.</summary>
    private static IEnumerable<PreparedWarning> Gaps(Dataset dataset, Experiment experiment)
    {
        // A control has the gaps of the property whose values it deals out.
        var sparse = dataset.Columns
            .Where(c => c.Missing > 0 && !ControlRows.IsReserved(experiment, c.Property.Name) && !NoiseTasks.IsName(c.Property.Name))
            .ToArray();
        if (sparse.Length == 0)
            yield break;
        var which = sparse.Select(c =>
            string.Create(CultureInfo.InvariantCulture, $"{c.Property.Name} ({dataset.Materials.Length - c.Missing} have it)"));
        yield return new(
            DiagnosticCodes.SparseProperty,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Some of the {dataset.Materials.Length} materials lack {string.Join(", ", which)}. Models that need such a property, and "
                    + $"the baselines "
                    + $"that they are compared with, use only the materials that have it; 'split.drop-below' sets a share below which they "
                    + $"are set aside."));
    }

    /// <summary>A random subset that depends on nothing but the sizes, in the dataset's order.</summary>
    internal static int[] Subset(int count, int limit)
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
        var name = experiment.Dataset.Location is { } path ? Path.GetFileName(path) : "";
        var used = experiment
            .Named.Concat(SplitNeeds.Of(experiment, _repertoire))
            .Select(p => p.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var dropBelow = experiment.Variants[0].Split.DropBelow;
        var selection = experiment.Selection.IsAll ? "" : $"|where {experiment.Selection.Words}";
        var rules = experiment.DatasetRules == DatasetRules.Default ? "" : $"|{experiment.DatasetRules}";
        var described = string.Create(
            CultureInfo.InvariantCulture,
            $"{ReaderVersion}|{name}|{SourceHash.Of(experiment, limits)}|{experiment.Limit}|{experiment.Features is null}|{dropBelow:R}"
                + $"|{string.Join(",", used)}{(limits == InputLimits.Default ? "" : $"|{limits}")}{ControlRows.KeyOf(experiment)}"
                + $"{NoiseTasks.KeyOf(experiment)}"
                + $"{Declared(experiment)}{rules}{selection}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(described)));
    }

    private static string Declared(Experiment experiment) => string.Concat(experiment.Properties.Declared.Select(d => $"|{d}"));
}
