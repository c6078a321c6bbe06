using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>How far measured properties single out an unknown material among candidates, in a representation.</summary>
/// <param name="Representation">What the models see that predict the candidates' properties.</param>
/// <param name="Seeds">How many seeds.</param>
/// <param name="Candidates">How many candidates a seed has, mean.</param>
/// <param name="MostBits">The logarithm of that number to base 2, mean: what structure itself tells.</param>
/// <param name="Noise">The noise of the ceiling, in standard deviations.</param>
public sealed record RetrievalAnalysis(Representation Representation, int Seeds, double Candidates, double MostBits, double Noise)
{
    /// <summary>Curves by method and order.</summary>
    public required ImmutableArray<RetrievalCurve> Curves { get; init; }

    /// <summary>What each property tells.</summary>
    public required ImmutableArray<PropertyBits> Properties { get; init; }

    /// <summary>Bits that the formula tells, which is composition itself.</summary>
    public required double FormulaBits { get; init; }

    /// <summary>Bits that the formula and all properties tell together.</summary>
    public required double FormulaAndAllBits { get; init; }

    /// <summary>The curve of a method and order; null where there is none.</summary>
    public RetrievalCurve? Curve(RetrievalMethod method, RetrievalOrder order) =>
        Curves.FirstOrDefault(c => c.Method == method && c.Order == order);
}
