namespace Tomography.Phantom;

/// <summary>An element of a reduced formula.</summary>
/// <param name="Symbol">Element symbol.</param>
/// <param name="AtomicNumber">Atomic number.</param>
/// <param name="Count">Atoms per reduced formula unit.</param>
public readonly record struct FormulaPiece(string Symbol, int AtomicNumber, int Count);
