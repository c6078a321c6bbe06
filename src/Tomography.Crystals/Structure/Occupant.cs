namespace Tomography.Crystals;

/// <summary>One element on a site.</summary>
/// <param name="AtomicNumber">Atomic number, 1 to 118.</param>
/// <param name="Occupancy">Share of the site that the element takes, above 0 and at most 1.</param>
/// <param name="OxidationState">Formal charge where the source states one.</param>
public readonly record struct Occupant(int AtomicNumber, double Occupancy = 1, double? OxidationState = null);
