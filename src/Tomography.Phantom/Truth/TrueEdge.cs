using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>What is true of a feature and a target, given a representation.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Target">The target.</param>
/// <param name="Kind">In a word.</param>
/// <param name="Reduction">
/// What the feature takes off the least mean absolute error that any function of the representation has, a fraction in 0..1.
/// </param>
public sealed record TrueEdge(Representation Representation, PropertyName Feature, PropertyName Target, TruthKind Kind, double Reduction);
