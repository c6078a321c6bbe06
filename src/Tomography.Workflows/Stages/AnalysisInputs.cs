using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Collects from the store what an analysis uses beyond the scores: settings, earlier lattices, latent vectors, property values.
/// </summary>
internal static class AnalysisInputs
{
    /// <summary>The options of the analysis of one variant.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="onDamage">Told of what was damaged and set aside.</param>
    /// <param name="repertoire">What settings there are.</param>
    public static AnalysisOptions Of(Plan plan, Variant variant, string store, Action<string> onDamage, Repertoire repertoire) =>
        Of(plan, variant, store, onDamage, repertoire, out _);

    /// <summary>The options of the analysis of one variant.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="onDamage">Told of what was damaged and set aside.</param>
    /// <param name="repertoire">What settings there are.</param>
    /// <param name="pairs">The statistics of pairs among them, to be kept for the next analysis; null without errors.</param>
    public static AnalysisOptions Of(
        Plan plan, Variant variant, string store, Action<string> onDamage, Repertoire repertoire, out KeptPairedErrors? pairs)
    {
        var folders = new StoreFolders(store);
        var table = new DatasetStore(store).Table(plan.Dataset);
        Func<ModelSpec, PropertyName, TestErrors?>? errorsOf =
            table is null ? null : new TestErrorReader(plan, variant, table, folders, onDamage).Of;
        pairs = errorsOf is null || table is null
            ? null : new(plan, variant, folders, new MeasuredPairs(errorsOf, table.Formulas));
        return plan.Analysis.ToOptions() with
        {
            EarlierThan = (kind, now) => new LatticeHistory(folders, repertoire).Read(plan, variant, onDamage, now, kind),
            Latents = Latents(plan, variant, new(folders), onDamage),
            Columns = Columns(plan, table),
            Formulas = table?.Formulas ?? [],
            TestErrors = errorsOf,
            PairedErrors = pairs,
            OddProperties = OddProperties(plan.Dataset),
            Groups = plan.Groups,
            Uncertainty = plan.Analysis.UncertaintyFor(variant.Split),
            Unseen = () => table is not null && plan.Analysis.UncertaintyFor(variant.Split) is { } asked
                ? new UnseenReader(plan, variant, folders, table, asked, onDamage).All()
                : [],
            Retrieval = plan.Retrieval,
            Predicted = () => table is not null && plan.Retrieval is { } retrieval
                ? new RetrievalReader(plan, variant, table, folders, onDamage).All(retrieval)
                : [],
            Sufficiency = () => table is null || plan.Sufficient.IsEmpty
                ? []
                :
                [
                    .. from representation in plan.Representations
                       from one in SufficientStudy.All(plan, variant, representation, new(plan, store, repertoire, onDamage))
                       select one.Analyze(table.Formulas, errorsOf!),
                ],
        };
    }

    /// <summary>A study beside the published table of its experiment; null where that has none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="analysis">The analysis of one variant.</param>
    /// <param name="store">Full path of the store.</param>
    public static PublishedComparison? Published(Plan plan, StudyAnalysis analysis, string store) => plan.Published is not { } published
        ? null
        : PublishedAnalyzer.Of(analysis, published, Columns(plan, new DatasetStore(store).Table(plan.Dataset)));

    /// <summary>Properties with values far from all others, or that stand for none, which were used as they are.</summary>
    private static ImmutableArray<PropertyName> OddProperties(PreparedDataset dataset) =>
    [
        .. dataset.Findings.Where(f => f.IsUsed && f.Kind is (ValueFindingKind.Outlier or ValueFindingKind.Sentinel))
            .Select(f => f.Property).Distinct(),
    ];

    /// <summary>Latent vectors per representation and seed, of the baselines that have them.</summary>
    private static ImmutableArray<LatentSet> Latents(Plan plan, Variant variant, LatentStore store, Action<string> onDamage)
    {
        var sets = ImmutableArray.CreateBuilder<LatentSet>();
        // Baselines of a seed and of the same materials have the same test crystals; of a target, the one on most materials counts.
        var materials = new MaterialGroups(plan.Dataset);
        var baselines = plan.JobsOf(variant).Where(j => j.Keeps.HasFlag(Kept.Latents) && j.Spec.Materials == materials.Of(j.Spec.Targets));
        foreach (var group in baselines.GroupBy(j => (j.Spec.Representation, j.Spec.Seed, j.Spec.Materials)))
        {
            ImmutableArray<PropertyLatents> latents =
            [
                .. group.Select(j => (Target: j.Spec.Targets[0], Vectors: store.Read(j.Key, onDamage))).Where(l => l.Vectors is not null)
                    .Select(l => new PropertyLatents(l.Target, new(l.Vectors!.Crystals, l.Vectors.Dimensions, l.Vectors.Values.AsSpan()))),
            ];
            // Two at least make a pair.
            if (latents.Length >= 2 && latents.All(l => l.Latents.Crystals == latents[0].Latents.Crystals))
                sets.Add(new(group.Key.Representation, group.Key.Seed, latents));
        }

        return sets.ToImmutable();
    }

    /// <summary>The values of targets and features; none where the store no longer has the dataset.</summary>
    private static ImmutableArray<PropertyColumn> Columns(Plan plan, MaterialTable? table)
    {
        if (table is null) return [];
        return
        [
            .. plan
                .Targets.Concat(plan.Features.SelectMany(f => f))
                .Except(plan.Controls)
                .Distinct()
                .Where(table.Values.ContainsKey)
                .Select(name => table.Column(plan.Dataset.Column(name)!.Property)),
        ];
    }
}
