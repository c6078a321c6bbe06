namespace Tomography.Crystals;

/// <summary>What kind of thing is wrong in a file of crystals.</summary>
public enum CrystalProblemKind
{
    /// <summary>The text, its numbers, or what they mean together.</summary>
    Content,

    /// <summary>A name that names no element.</summary>
    UnknownElement,

    /// <summary>More of something than the <see cref="InputLimits"/> allow.</summary>
    TooLarge,

    /// <summary>A space group that is unknown, leaves its setting open, or contradicts the cell or what else the file states.</summary>
    SpaceGroup,

    /// <summary>The crystal is not what the file says of it: its formula, its formula units, or the multiplicities of its sites.</summary>
    Contradiction,
}
