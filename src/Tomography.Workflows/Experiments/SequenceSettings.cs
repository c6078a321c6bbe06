using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Which models start from others.</summary>
/// <param name="Sources">The targets whose models others start from.</param>
/// <param name="To">The targets whose models start from them; none for all that are not the source.</param>
/// <param name="Labels">From how many labelled materials these learn, ascending, and 0, the last, for all of the training part.</param>
/// <param name="IsFrozen">Whether embedding and convolutions stay as they are.</param>
/// <param name="Rate">If not, what their learning rate is multiplied by, above 0.</param>
public sealed record SequenceSettings(
    ImmutableArray<PropertyName> Sources, ImmutableArray<PropertyName> To, ImmutableArray<int> Labels, bool IsFrozen, double Rate)
{
    /// <summary>The sets of targets whose joint models others start from, each learnt together by the experiment.</summary>
    public ImmutableArray<PropertySet> Together { get; init; } = [];

    /// <summary>What others start from: models of one target, then joint ones.</summary>
    public IEnumerable<PropertySet> AllSources => Sources.Select(source => (PropertySet)source).Concat(Together);

    /// <summary>All labels, trained on at the learning rate of the rest.</summary>
    public static SequenceSettings Usual { get; } = new([], [], [0], false, 1);

    /// <summary>What the learning rate of what is taken over is multiplied by; 0 where it is frozen.</summary>
    public double TrunkRate => IsFrozen ? 0 : Rate;

    /// <summary>From how many labels models learn, in order; null for all.</summary>
    public IEnumerable<int?> LabelCounts => Labels.Select(count => count == 0 ? (int?)null : count);

    /// <summary>The pairs of source and target; what a source has learnt does not start from it.</summary>
    /// <param name="targets">The targets of the experiment.</param>
    public IEnumerable<(PropertySet Source, PropertyName Target)> Pairs(IReadOnlyCollection<PropertyName> targets) =>
        from source in AllSources from target in To.IsEmpty ? targets : To where !source.Contains(target) select (source, target);

    /// <summary>Whether it asks for an edge.</summary>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    /// <param name="labels">From how many labels is learnt; null for all.</param>
    /// <param name="targets">The targets of the experiment.</param>
    public bool Has(PropertySet source, PropertyName target, int? labels, IReadOnlyCollection<PropertyName> targets) =>
        LabelCounts.Contains(labels) && Pairs(targets).Contains((source, target));
}
