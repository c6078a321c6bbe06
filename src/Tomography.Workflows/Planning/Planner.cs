using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Expands an experiment into jobs: per variant one baseline per (representation, target, materials, seed), and one augmented model per set
/// of features.
/// </summary>
internal static class Planner
{
    /// <summary>
    /// How many jobs an experiment has over a dataset without gaps, at most: fewer where variants share some or the dataset lacks
    /// properties; a feature that many materials lack adds a baseline of its own.
    /// </summary>
    public static long Count(Experiment experiment)
    {
        // Lists of many entries each, which raised limits allow, make more than fits 64 bits.
        var rows = (Int128)(experiment.Features?.Length ?? experiment.Properties.All.Length) + ControlRows.Most(experiment);
        var count = experiment.Variants.Length * (
            (Int128)experiment.Seeds.Length * experiment.Representations.Length * experiment.Targets.Length * (1 + rows)
            + (Int128)experiment.Seeds.Length * experiment.Representations.Length * JointModels.Most(experiment.Together)
            + (Int128)experiment.Representations.Length * experiment.Sufficient.Sum(SufficientRounds.Most(experiment.Seeds.Length))
            + experiment.Further.Sum(f => f.Most));
        count += (Int128)experiment.Seeds.Length * experiment.Representations.Length
            * experiment.Variants.Sum(v => SequenceModels.Most(v.Settings.Sequence, experiment.Targets));
        return (long)Int128.Min(count, long.MaxValue);
    }

    /// <summary>Plans an experiment over its prepared dataset. Linear in the number of jobs.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="dataset">Its dataset.</param>
    /// <param name="splits">The splits of its seeds; described, but not dealt, where they are left out.</param>
    /// <param name="repertoire">What settings and splits there are; those of this program where none is given.</param>
    public static Plan Create(
        Experiment experiment, PreparedDataset dataset, ImmutableArray<PlannedSplit>? splits = null, Repertoire? repertoire = null)
    {
        repertoire ??= Repertoire.Default;
        var dealt = splits ?? new SplitDealer(repertoire).Describe(experiment, dataset);
        var controlRows = ControlRows.Of(experiment, dataset);
        ImmutableArray<PropertyName> controls = [.. controlRows.SelectMany(row => row).Distinct()];
        ImmutableArray<PropertySet> features = [.. experiment.FeaturesOver(dataset), .. controlRows];
        var fingerprints = new JobFingerprints(dataset, experiment.Variants, dealt, repertoire);
        var groups = new MaterialGroups(dataset);
        var joint = JointModels.TargetsOf(experiment.Together, dataset);
        var sequences = new SequenceModels(dataset);
        var jobs = ImmutableArray.CreateBuilder<Job>();
        var baselines = new HashSet<(string Variant, ModelSpec Spec)>();
        // Seeds outermost: a sweep that is stopped half-way has whole heatmaps of its first seeds.
        foreach (var seed in experiment.Seeds)
            foreach (var variant in experiment.Variants)
                foreach (var representation in experiment.Representations)
                {
                    foreach (var target in experiment.Targets)
                    {
                        Add(variant, representation, target, PropertySet.None, seed);
                        foreach (var feature in features) Add(variant, representation, target, feature, seed);
                    }

                    foreach (var targets in joint) AddJoint(variant, representation, targets, seed);
                    if (variant.Settings.Sequence is { } sequence)
                        foreach (var spec in sequences.Of(sequence, representation, experiment.Targets, seed))
                            if (baselines.Add((variant.Id, spec))) jobs.Add(JobOf(variant, spec));
                }

        foreach (var further in experiment.Further)
            foreach (var variant in experiment.Variants)
                foreach (var seed in further.Seeds)
                    AddFurther(variant, further, seed);

        return new(
            experiment.Name,
            experiment.Locations.File,
            dataset,
            experiment.Representations,
            experiment.Targets,
            features,
            controls,
            experiment.Seeds,
            experiment.Further,
            experiment.Analysis,
            experiment.Variants,
            experiment.Retries,
            dealt,
            GraphsOf(experiment, dataset, repertoire),
            [.. jobs.DistinctBy(j => (j.Variant, j.Key))])
        {
            Together = experiment.Together,
            Groups = experiment.Groups,
            Sufficient = [.. experiment.Sufficient.Select(s => s.Over(experiment, dataset))],
            Retrieval = experiment.Retrieval,
            Published = experiment.Published,
            Limit = experiment.Limit,
            Where = experiment.Selection.Words,
            Phantom = (experiment.Dataset as DatasetSource.Phantom)?.Settings,
        };

        // A model and the baseline that it is compared with, which many share: naming a job costs more than finding it planned.
        void Add(Variant variant, Representation representation, PropertyName target, PropertySet row, int seed)
        {
            var given = ControlRows.Given(row, target, controls);
            var spec = new ModelSpec(representation, target, given, groups.Of(given.Union(target)), seed);
            if (baselines.Add((variant.Id, spec.Baseline))) jobs.Add(JobOf(variant, spec.Baseline));
            if (!spec.IsBaseline) jobs.Add(JobOf(variant, spec));
        }

        // A model of several targets uses all materials that have one of them.
        void AddJoint(Variant variant, Representation representation, PropertySet targets, int seed)
        {
            if (targets.Single is { } single) Add(variant, representation, single, PropertySet.None, seed);
            else jobs.Add(JobOf(variant, new(representation, targets, PropertySet.None, PropertySet.None, seed)));
        }

        void AddFurther(Variant variant, FurtherModel further, int seed)
        {
            var (representation, target) = (further.Representation, further.Target);
            if (!further.Along.IsEmpty)
                foreach (var targets in JointModels.OfEdge(target, further.Along, dataset))
                    AddJoint(variant, representation, targets, seed);
            else if (further.Start.IsEmpty) Add(variant, representation, target, further.Features, seed);
            // Of a matrix some variants may start from other sources, or from none.
            else if (variant.Settings.Sequence is { } sequence && sequence.Has(further.Start, target, further.Labels, experiment.Targets))
                foreach (var spec in sequences.OfEdge(representation, further.Start, target, further.Labels, seed))
                    if (baselines.Add((variant.Id, spec))) jobs.Add(JobOf(variant, spec));
        }

        Job JobOf(Variant variant, ModelSpec spec) =>
            new(fingerprints.Of(variant.Id, spec).Key(), variant.Id, spec, variant.Settings.Keep.Of(spec) | Asked(variant, spec));

        // What a model says of crystals that it did not see, and of candidates, is computed from its weights, and others start from them.
        Kept Asked(Variant variant, ModelSpec spec) =>
            IsSource(variant, spec)
            || (spec.IsBaseline
                && (experiment.Analysis.UncertaintyFor(variant.Split) is not null || experiment.Candidates is not null))
                ? Kept.Weights
                : Kept.Nothing;

        bool IsSource(Variant variant, ModelSpec spec) => variant.Settings.Sequence is { } sequence
            && spec is { Features.IsEmpty: true, IsOfSequence: false }
            && sequence.Pairs(experiment.Targets).Select(p => p.Source).Distinct()
                .Any(s => spec.Targets == s || spec.Targets == sequences.NoiseOf(s));
    }

    /// <summary>The graphs that an experiment needs.</summary>
    public static ImmutableArray<PlannedGraphs> GraphsOf(Experiment experiment, PreparedDataset dataset, Repertoire repertoire) =>
        [
            .. from variant in experiment.Variants
            from representation in experiment.Representations
            select (representation, variant.Graph) into wanted
            group wanted by wanted into same
            select new PlannedGraphs(
                same.Key.representation,
                same.Key.Graph,
                GraphsHash.Of(dataset, same.Key.representation, same.Key.Graph, repertoire)),
        ];
}
