namespace Tomography.Phantom;

/// <summary>The part that a site plays in a prototype.</summary>
public enum SiteRole
{
    /// <summary>First cation.</summary>
    A,

    /// <summary>Second cation.</summary>
    B,

    /// <summary>Third cation.</summary>
    C,

    /// <summary>Anion, or an oxygen atom of a molecular anion.</summary>
    X,

    /// <summary>Hydrogen of a hydroxide ion.</summary>
    H,
}
