using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>Expands an experiment into jobs: per variant one baseline per (representation, target, seed), and one augmented model per feature.</summary>
public static class Planner
{
    /// <summary>How many jobs an experiment has at most; fewer where variants share some, or the dataset lacks properties.</summary>
    public static long Count(Experiment experiment)
    {
        // Lists of many entries each, which raised limits allow, make more than fits 64 bits.
        var count = (Int128)experiment.Variants.Length * (
            (Int128)experiment.Seeds.Length * experiment.Representations.Length * experiment.Targets.Length * (1 + (experiment.Features?.Length ?? PropertyRegistry.All.Length) + experiment.Controls.Length)
            + experiment.Further.Sum(f => 2L * f.Seeds.Length));
        return (long)Int128.Min(count, long.MaxValue);
    }

    /// <summary>Plans an experiment over its prepared dataset. Linear in the number of jobs.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="dataset">Its dataset.</param>
    /// <param name="settings">The settings that experiments have; those of this program where none are given.</param>
    public static Plan Create(Experiment experiment, PreparedDataset dataset, SettingList? settings = null)
    {
        ImmutableArray<PropertyName> controls = [.. experiment.Controls.Select(ControlColumns.NameOf)];
        ImmutableArray<PropertyName> features = [.. experiment.Features ?? [.. PropertyRegistry.All.Select(p => p.Name).Where(n => dataset.Column(n) is not null)], .. controls];
        var fingerprints = new JobFingerprints(dataset, experiment.Variants, settings);
        var jobs = ImmutableArray.CreateBuilder<Job>();
        // Seeds outermost: a sweep that is stopped half-way has whole heatmaps of its first seeds.
        foreach (var seed in experiment.Seeds)
            foreach (var variant in experiment.Variants)
                foreach (var representation in experiment.Representations)
                    foreach (var target in experiment.Targets)
                    {
                        jobs.Add(Create(variant.Id, representation, target, null, seed));
                        foreach (var feature in features) jobs.Add(Create(variant.Id, representation, target, feature, seed));
                    }

        foreach (var further in experiment.Further)
            foreach (var variant in experiment.Variants)
                foreach (var seed in further.Seeds)
                {
                    jobs.Add(Create(variant.Id, further.Representation, further.Target, null, seed));
                    if (further.Feature is { } feature) jobs.Add(Create(variant.Id, further.Representation, further.Target, feature, seed));
                }

        return new(
            experiment.Name, experiment.Locations.File, dataset, experiment.Representations, experiment.Targets, features, controls, experiment.Seeds,
            experiment.Further, experiment.Analysis, experiment.Variants, experiment.Retries, [.. jobs.DistinctBy(j => (j.Variant, j.Key))]) { Limit = experiment.Limit };

        Job Create(string variant, Representation representation, PropertyName target, PropertyName? feature, int seed) =>
            new(fingerprints.Of(variant, representation, target, feature, seed).Key(), variant, representation, target, feature, seed);
    }
}
