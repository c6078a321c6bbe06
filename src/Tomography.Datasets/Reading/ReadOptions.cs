using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>How a dataset is read, and how much of it.</summary>
public sealed record ReadOptions
{
    /// <summary>What holds where nothing is said.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>How much is read.</summary>
    public InputLimits Limits { get; init; } = InputLimits.Default;

    /// <summary>The properties that are known and declared.</summary>
    public PropertyCatalogue Catalogue { get; init; } = PropertyCatalogue.Known;

    /// <summary>The element features to use; null for those of a CGCNN folder, else the built-in ones.</summary>
    public ElementFeatureTable? Elements { get; init; }

    /// <summary>The formats of crystals that are known.</summary>
    internal ImmutableArray<CrystalFormat> Formats { get; init; } = CrystalFormats.All;

    /// <summary>What follows from crystals and properties.</summary>
    internal ImmutableArray<Derivation> Derivations { get; init; } = Derivation.All;

    /// <summary>What the experiment says of crystals that are not as they should be.</summary>
    public DatasetRules Rules { get; init; } = DatasetRules.Default;

    /// <summary>How each crystal is read.</summary>
    internal CrystalReading Crystals => new() { Limits = Limits, Block = Rules.Block, Formats = Formats };
}
