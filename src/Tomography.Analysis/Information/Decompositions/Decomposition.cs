namespace Tomography.Analysis;

/// <summary>A way to divide what two sources tell about a target into redundant, unique and synergetic parts.</summary>
internal abstract class Decomposition
{
    /// <summary>Every way, in the order of the reports.</summary>
    public static IReadOnlyList<Decomposition> All { get; } =
        [new BrojaDecomposition(), new WilliamsBeerDecomposition(), new GaussianDecomposition()];

    /// <summary>Its names.</summary>
    public abstract DecompositionMethod Method { get; }

    /// <summary>Readies the way for some materials.</summary>
    /// <param name="triple">Target and sources.</param>
    /// <returns>
    /// From the samples, as they are or dealt out anew, to their parts, or null where there is no finite number; null where the way does
    /// not fit the properties or the materials are too few.
    /// </returns>
    public abstract Func<DealtTriple, InformationParts?>? For(SourceTriple triple);
}
