using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>A synthetic material.</summary>
/// <param name="Id"><c>phantom-</c> and its number from 0, six digits.</param>
/// <param name="Crystal">Its crystal; occupants carry their charges.</param>
/// <param name="Prototype">Name of its prototype.</param>
/// <param name="Formula">Reduced formula, elements in alphabetical order.</param>
/// <param name="Properties">Its properties.</param>
public sealed record PhantomMaterial(
    string Id,
    Crystal Crystal,
    string Prototype,
    ImmutableArray<FormulaPiece> Formula,
    PhantomProperties Properties)
{
    /// <summary>The values of the planted random properties, in [0, 1).</summary>
    public ImmutableArray<double> Planted { get; init; } = [];
}
