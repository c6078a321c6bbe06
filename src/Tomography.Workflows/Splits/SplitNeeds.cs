using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// The properties of a dataset that the splits of an experiment read, and its source where sources are weighed; every material must have
/// them.
/// </summary>
internal static class SplitNeeds
{
    public static ImmutableArray<PropertyName> Of(Experiment experiment, Repertoire repertoire) =>
    [
        .. experiment.Variants.Select(v => v.Split).Distinct().SelectMany(split =>
        {
            var grouped = repertoire.GroupingOf(split).Needs is { } property ? [property] : Array.Empty<PropertyName>();
            return grouped.Concat(repertoire.RuleOf(split).Needs(split));
        }).Concat(experiment.Variants.Any(v => v.Settings.BalancesSources) ? [StudySettings.SourceName] : []).Distinct().Order(),
    ];
}
