using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>One row of a dataset: a crystal with its identity.</summary>
/// <param name="Id">Identifier, unique in its dataset.</param>
/// <param name="Formula">Reduced formula with elements in alphabetical order (<c>O3 Sr1 Ti1</c>), equal for polymorphs.</param>
/// <param name="Crystal">The crystal.</param>
public sealed record Material(string Id, string Formula, Crystal Crystal);
