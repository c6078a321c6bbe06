using System.Collections.Immutable;
using System.Globalization;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Deals the splits of an experiment: once per way to part the dataset and seed, over the whole dataset.</summary>
/// <param name="repertoire">The rules and groupings there are.</param>
internal sealed class SplitDealer(Repertoire repertoire)
{
    /// <summary>What the splits depend on, without dealing them.</summary>
    /// <exception cref="SplitException">A file that states a split cannot be read.</exception>
    public ImmutableArray<PlannedSplit> Describe(Experiment experiment, PreparedDataset dataset) =>
        [.. Wanted(experiment).Select(w => new PlannedSplit(w.Settings, w.Seed, "", Parts(w.Settings, dataset, experiment, w.Place)))];

    /// <summary>Deals the splits and keeps them.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="dataset">Its dataset.</param>
    /// <param name="table">The dataset's ids, formulas and values.</param>
    /// <param name="store">Where the parts are kept.</param>
    /// <exception cref="SplitException">The dataset cannot be parted so.</exception>
    public DealtSplits Deal(Experiment experiment, PreparedDataset dataset, MaterialTable table, SplitStore store)
    {
        var materials = new SplitMaterials(table, experiment.Folder)
        {
            Target = experiment.Targets is [var only] ? dataset.Column(only)?.Property : null,
        };
        var groups = experiment.Variants.Select(v => v.Split).Distinct()
            .ToDictionary(s => s, s => repertoire.GroupingOf(s).GroupsOf(materials));
        var (planned, byHash) = (ImmutableArray.CreateBuilder<PlannedSplit>(), ImmutableDictionary.CreateBuilder<string, Split>());
        foreach (var (settings, seed, place) in Wanted(experiment))
        {
            var split = Split(settings, materials, groups[settings], seed, place);
            var hash = Kept(split, store);
            byHash[hash] = split;
            planned.Add(new(settings, seed, hash, Parts(settings, dataset, experiment, place)));
        }

        var remarks = groups.Keys.SelectMany(s => repertoire.RuleOf(s).Remarks(s, materials)).Distinct();
        return new(planned.ToImmutable(), byHash.ToImmutable(), [.. remarks]);
    }

    private Split Split(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, int seed, int place)
    {
        var rule = repertoire.RuleOf(settings);
        if (settings.HoldOut == 0) return rule.Deal(settings, materials, groups, seed, place);
        var heldOut = Learning.Split.HoldOut(materials.Count, groups, settings.HoldOut);
        if (heldOut.IsEmpty)
            throw new SplitException(
                "hold-out",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{settings.HoldOut:R} of {materials.Count} materials are none. Use more materials or a larger share."));
        ImmutableArray<int> rest = [.. Enumerable.Range(0, materials.Count).Except(heldOut)];
        string[]? ofRest = groups is null ? null : [.. rest.Select(i => groups[i])];
        return rule.Deal(settings, materials with { Table = materials.Table.Of(rest) }, ofRest, seed, place).Among(rest, heldOut);
    }

    /// <summary>
    /// Keeps a split, where the store takes it: one that can only be read serves what it has, and tells that it cannot be written when
    /// something is to be trained.
    /// </summary>
    private static string Kept(Split split, SplitStore store)
    {
        try
        {
            return store.Keep(split);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SplitStore.HashOf(split);
        }
    }

    private static IEnumerable<(SplitSettings Settings, int Seed, int Place)> Wanted(Experiment experiment)
    {
        var seeds = experiment.AllSeeds;
        foreach (var settings in experiment.Variants.Select(v => v.Split).Distinct())
            for (var place = 0; place < seeds.Length; place++)
                yield return (settings, seeds[place], place);
    }

    private ImmutableArray<FingerprintPart> Parts(SplitSettings settings, PreparedDataset dataset, Experiment experiment, int place)
    {
        var grouping = repertoire.GroupingOf(settings);
        var values = grouping.Needs is { } property && dataset.Column(property) is { } column
            ? new FingerprintPart[] { new("split.by.values", column.Hash) }
            : [];
        return [.. values, .. repertoire.RuleOf(settings).Describe(settings, dataset, experiment, place)];
    }
}
