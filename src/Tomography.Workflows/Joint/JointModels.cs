using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Which models the sets of <c>together</c> need.</summary>
internal static class JointModels
{
    /// <summary>
    /// Per set the model of all its targets; per target of it the same with noise in place of the others; and the model of each target
    /// alone. Those that several sets need come once.
    /// </summary>
    /// <param name="together">The sets.</param>
    /// <param name="dataset">The dataset, with its noise tasks.</param>
    /// <returns>The targets of each model, and whether it is a control.</returns>
    public static ImmutableArray<PropertySet> TargetsOf(ImmutableArray<PropertySet> together, PreparedDataset dataset)
    {
        var models = new List<PropertySet>();
        foreach (var set in together)
        {
            models.AddRange(set.Select(t => (PropertySet)t));
            models.Add(set);
            models.AddRange(set.Select(t => ControlOf(t, set, dataset)));
        }

        return [.. models.Distinct()];
    }

    /// <summary>The targets of each model that an edge takes: alone, beside noise, and with what is learnt along.</summary>
    /// <param name="target">The target of the edge.</param>
    /// <param name="along">What is learnt along.</param>
    /// <param name="dataset">The dataset, with its noise tasks.</param>
    public static ImmutableArray<PropertySet> OfEdge(PropertyName target, PropertySet along, PreparedDataset dataset)
    {
        var set = along.Union(target);
        return [target, ControlOf(target, set, dataset), set];
    }

    /// <summary>The targets of the model that learns a target of a set beside noise.</summary>
    public static PropertySet ControlOf(PropertyName target, PropertySet set, PreparedDataset dataset) =>
        NoiseTasks.InPlaceOfOthers(target, set, name => dataset.Column(name)!.GapsHash).Union(target);

    /// <summary>How many models the sets need at most, per representation, seed and variant.</summary>
    public static long Most(ImmutableArray<PropertySet> together) =>
        together.Length + together.Sum(t => (long)t.Count) + together.SelectMany(t => t).Distinct().Count();
}
