using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What properties tell about a target and about each other, estimated once each, for the searches over sets of them.</summary>
public sealed class PropertyRanking
{
    // Enough to rank by; an estimate takes a time that grows with the square.
    private const int MostSamples = 500;

    private readonly PropertyName _target;
    private readonly ImmutableArray<PropertyName> _from;
    private readonly Dictionary<PropertyName, PropertyColumn> _columns;
    private readonly ConditionalInformation _information;
    private readonly ConcurrentDictionary<(PropertySet Sources, PropertySet Known), double> _told = [];

    /// <summary>Readies the estimates.</summary>
    /// <param name="target">The target.</param>
    /// <param name="from">The properties.</param>
    /// <param name="columns">The values of all of them.</param>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public PropertyRanking(PropertyName target, ImmutableArray<PropertyName> from, IEnumerable<PropertyColumn> columns)
    {
        (_target, _from) = (target, from);
        var wanted = from.Append(target).ToHashSet();
        _columns = columns.Where(c => wanted.Contains(c.Property.Name)).ToDictionary(c => c.Property.Name);
        if (!wanted.All(_columns.ContainsKey))
            throw new ArgumentException($"There is no column of '{wanted.First(n => !_columns.ContainsKey(n))}'.", nameof(columns));
        _information = new([.. from.Append(target).Select(name => _columns[name])], MostSamples);
    }

    /// <summary>Materials behind the estimates.</summary>
    public int Materials => _information.Materials;

    /// <summary>The columns, by their names.</summary>
    internal IReadOnlyDictionary<PropertyName, PropertyColumn> Columns => _columns;

    /// <summary>What properties tell about the target beyond others, in bits, at least 0.</summary>
    /// <param name="sources">The properties, at least one.</param>
    /// <param name="known">What is known; none for all that they tell.</param>
    public double Told(PropertySet sources, PropertySet known) =>
        sources.IsEmpty ? 0 : _told.GetOrAdd((sources, known), key => _information.Bits(_target, key.Sources, key.Known));

    /// <summary>
    /// How many bits of what the properties of a set tell about the target, each by itself, are told more than once: negative where they
    /// tell more together than one by one.
    /// </summary>
    public double Redundancy(PropertySet set) =>
        set.Count < 2 ? 0 : set.Sum(name => Told(name, PropertySet.None)) - Told(set, PropertySet.None);

    /// <summary>The properties by relevance and redundancy, the best first: how MODNet ranks them.</summary>
    public ImmutableArray<PropertyName> ByRelevanceAndRedundancy()
    {
        var settings = new InformationSettings { MostSamples = MostSamples, Shuffles = 2 };
        var pairs = new ConcurrentDictionary<(PropertyName, PropertyName), double>();
        return RelevanceRedundancy.Of(_from, name => Shared(name, _target), Shared);

        // Of numbers, what a value tells about itself is as much as the estimate can tell of so many materials.
        double Shared(PropertyName one, PropertyName other)
        {
            var own = (Bits(one, one) + Bits(other, other)) / 2;
            return own > 0 ? Bits(one, other) / own : 0;
        }

        double Bits(PropertyName one, PropertyName other) => pairs.GetOrAdd(
            one.CompareTo(other) <= 0 ? (one, other) : (other, one),
            key => Estimate(_columns[key.Item1], _columns[key.Item2], settings));
    }

    // A vector has no pair estimate of its own; what it tells is estimated by the neighbours of all its numbers.
    private double Estimate(PropertyColumn one, PropertyColumn other, InformationSettings settings) =>
        one.Components.IsEmpty && other.Components.IsEmpty
            ? PairEstimate.Of(one, other, settings).Bits ?? 0
            : _information.Bits(one.Property.Name, other.Property.Name, PropertySet.None);
}
