using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>What a phantom is made of.</summary>
/// <param name="Materials">How many materials, 1 to <see cref="PhantomGenerator.MaximumMaterials"/>.</param>
/// <param name="Seed">Same seed, same materials; fewer materials are the first of more.</param>
public sealed record PhantomSettings(int Materials, ulong Seed)
{
    /// <summary>Most planted random properties.</summary>
    public const int MostRandomProperties = 20;

    /// <summary>
    /// How many formulas all materials share, in turn, so that each has many polymorphs; null draws a formula for three materials of four.
    /// </summary>
    public int? Formulas { get; init; }

    /// <summary>The formula types that are drawn from; empty for all.</summary>
    public ImmutableArray<Stoichiometry> FormulaTypes { get; init; } = [];

    /// <summary>How many planted properties are random numbers that nothing depends on, 0 to <see cref="MostRandomProperties"/>.</summary>
    public int RandomProperties { get; init; }

    /// <summary>Properties that some materials lack, drawn by chance, each by itself; in the order of the catalogue.</summary>
    public ImmutableArray<MissingShare> Missing { get; init; } = [];

    /// <summary>The planted random properties, <c>random-1</c> and so on.</summary>
    [JsonIgnore]
    public IEnumerable<Property> Planted =>
        Enumerable.Range(1, RandomProperties).Select(n => new Property(
            new($"random-{n}"), "", PropertyKind.Number, [], [], "Planted: a random number that nothing depends on."));

    /// <inheritdoc/>
    public bool Equals(PhantomSettings? other) =>
        other is not null && (Materials, Seed, Formulas, RandomProperties) ==
            (other.Materials, other.Seed, other.Formulas, other.RandomProperties)
        && FormulaTypes.SequenceEqual(other.FormulaTypes) && Missing.SequenceEqual(other.Missing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Materials, Seed, Formulas, RandomProperties, FormulaTypes.Length, Missing.Length);

    /// <summary>All of it in one line: different phantoms have different ones.</summary>
    [JsonIgnore]
    public string Key
    {
        get
        {
            var key = FormattableString.Invariant($"phantom|{Materials}|{Seed}");
            if (Formulas is { } formulas) key += FormattableString.Invariant($"|formulas {formulas}");
            if (!FormulaTypes.IsEmpty) key += $"|types {string.Join(',', FormulaTypes)}";
            if (RandomProperties > 0) key += FormattableString.Invariant($"|random {RandomProperties}");
            foreach (var (property, share) in Missing) key += FormattableString.Invariant($"|missing {property} {share:R}");
            return key;
        }
    }
}
