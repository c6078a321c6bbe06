using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A set of properties: each once, in the order of their names, so that two sets are equal where they hold the same.</summary>
[JsonConverter(typeof(PropertySetJsonConverter))]
public readonly struct PropertySet : IReadOnlyList<PropertyName>, IEquatable<PropertySet>
{
    private readonly ImmutableArray<PropertyName> _names;

    /// <summary>A set of these properties, in any order.</summary>
    public PropertySet(IEnumerable<PropertyName> names) => _names = [.. names.Distinct().Order()];

    /// <summary>A set of one property.</summary>
    public PropertySet(PropertyName name) => _names = [name];

    /// <summary>The set of none.</summary>
    public static PropertySet None { get; } = new([]);

    /// <summary>How many properties it holds.</summary>
    public int Count => _names.IsDefault ? 0 : _names.Length;

    /// <summary>Whether it holds none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The one property that it holds; null where it holds none or several.</summary>
    public PropertyName? Single => Count == 1 ? _names[0] : null;

    /// <summary>A property by its place in the order of names.</summary>
    public PropertyName this[int index] => _names[index];

    /// <summary>A property as the set of itself.</summary>
    public static implicit operator PropertySet(PropertyName name) => new(name);

    /// <summary>Whether two sets hold the same.</summary>
    public static bool operator ==(PropertySet left, PropertySet right) => left.Equals(right);

    /// <summary>Whether two sets differ.</summary>
    public static bool operator !=(PropertySet left, PropertySet right) => !left.Equals(right);

    /// <summary>What either of two sets holds.</summary>
    public PropertySet Union(PropertySet other) => IsEmpty ? other : other.IsEmpty ? this : new(this.Concat(other));

    /// <summary>Whether it holds a property.</summary>
    public bool Contains(PropertyName name) => !IsEmpty && _names.Contains(name);

    /// <inheritdoc/>
    public bool Equals(PropertySet other) =>
        IsEmpty ? other.IsEmpty : !other.IsEmpty && _names.AsSpan().SequenceEqual(other._names.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PropertySet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var name in this) hash.Add(name);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<PropertyName> GetEnumerator() => ((IEnumerable<PropertyName>)(_names.IsDefault ? [] : _names)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, joined by <c>+</c>: how tables write a set; empty for none.</summary>
    public override string ToString() => string.Join('+', this);
}
