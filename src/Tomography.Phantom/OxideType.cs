namespace Tomography.Phantom;

/// <summary>What oxygen is in a compound: the classes of the property <c>oxide-type</c>.</summary>
public enum OxideType
{
    /// <summary>There is no oxygen.</summary>
    None,

    /// <summary>Oxide ions, O(2-).</summary>
    Oxide,

    /// <summary>Pairs of oxygen, O2(2-).</summary>
    Peroxide,

    /// <summary>Hydroxide ions, OH(-).</summary>
    Hydroxide,

    /// <summary>Pairs of oxygen, O2(-).</summary>
    Superoxide,

    /// <summary>Triples of oxygen, O3(-).</summary>
    Ozonide,
}
