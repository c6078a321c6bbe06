namespace Tomography.Crystals;

/// <summary>How much a problem of a file of crystals weighs.</summary>
public enum ProblemSeverity
{
    /// <summary>The crystal was read; the reader had to decide something that the file leaves open.</summary>
    Warning,

    /// <summary>The crystal of the block cannot be known, so none is given.</summary>
    Error,
}
