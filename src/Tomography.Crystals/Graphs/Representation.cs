namespace Tomography.Crystals;

/// <summary>Which projection of a material a model sees ([T]).</summary>
public enum Representation
{
    /// <summary>The crystal graph: nearest neighbours and their distances.</summary>
    Structure,

    /// <summary>The formula without geometry: every site bonded to every other site of the cell at distance 1.</summary>
    Composition,
}
