namespace Tomography.Crystals;

/// <summary>A symmetry operation found in a crystal, in the basis of its primitive cell.</summary>
/// <param name="Rotation">The rotation, or rotation with inversion.</param>
/// <param name="Translation">The translation, as exact as the sites are.</param>
internal readonly record struct FoundOperation(IntegerMatrix Rotation, Vector3 Translation);
