using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>What the gradient of one task of a joint model does to another task, a mean over the steps at which it was measured.</summary>
/// <param name="From">The task whose gradient is meant.</param>
/// <param name="To">The other task.</param>
/// <param name="Steps">Steps at which both had a gradient; the other numbers are 0 where that is none.</param>
/// <param name="Cosine">Cosine of the two gradients of what is shared, from -1 to 1; the same in both directions.</param>
/// <param name="ConflictShare">Share of the steps at which it was negative.</param>
/// <param name="Affinity">
/// 1 - (loss of the other task after a step of what is shared along the first task's gradient alone) / (its loss before), on the same
/// batch (lookahead affinity; Fifty et al., NeurIPS 2021): above 0 where learning the first helps the other at once.
/// </param>
public sealed record TaskRelation(PropertyName From, PropertyName To, int Steps, double Cosine, double ConflictShare, double Affinity);
