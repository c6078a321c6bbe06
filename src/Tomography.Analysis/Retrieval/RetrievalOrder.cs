namespace Tomography.Analysis;

/// <summary>In which order properties are measured.</summary>
public enum RetrievalOrder
{
    /// <summary>Next what tells most beyond those measured, on the validation part.</summary>
    Best,

    /// <summary>Next what tells least.</summary>
    Worst,

    /// <summary>
    /// Next what is predicted well and is joined by no strong edge of the lattice to those measured; it needs no retrieval to choose.
    /// </summary>
    Lattice,
}
