namespace Tomography.Crystals;

/// <summary>How much a problem of a CIF file weighs.</summary>
public enum CifSeverity
{
    /// <summary>The crystal was read; the reader had to decide something that the file leaves open.</summary>
    Warning,

    /// <summary>The crystal of the block cannot be known, so none is given.</summary>
    Error,
}
