using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// What the gradient of one target did to another while a model learnt both, a mean over the steps at which it was measured.
/// </summary>
/// <param name="Representation">What the model sees.</param>
/// <param name="Together">All that it learns.</param>
/// <param name="From">The target whose gradient is meant.</param>
/// <param name="To">The other target.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Cosine">Cosine of the two gradients in what is shared, from -1 to 1; the same both ways.</param>
/// <param name="ConflictShare">Share of the steps at which it was negative, from 0 to 1.</param>
/// <param name="Affinity">
/// 1 - (loss of the other target after a step along the first one's gradient alone) / (its loss before): the lookahead affinity of Fifty
/// et al., NeurIPS 2021; above 0 where learning the first helps the other at once.
/// </param>
public sealed record JointGradient(
    Representation Representation, PropertySet Together, PropertyName From, PropertyName To, int Seed, double Cosine, double ConflictShare,
    double Affinity);
