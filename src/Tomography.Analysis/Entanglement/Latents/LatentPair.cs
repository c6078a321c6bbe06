using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Two properties and how their latent vectors hang together, means over the seeds.</summary>
/// <param name="First">The one, first in the order of the lattice.</param>
/// <param name="Second">The other.</param>
/// <param name="Weight">Mean of the weights of both directions that were measured; null where none was.</param>
/// <param name="Coupling">sigma(z_i x z_j) as a number, 0..0.76 (<see cref="LatentCoupling"/>).</param>
/// <param name="Cka">Linear CKA, 0..1 (<see cref="LinearCka"/>).</param>
/// <param name="Seeds">Over how many seeds.</param>
public sealed record LatentPair(PropertyName First, PropertyName Second, double? Weight, double Coupling, double Cka, int Seeds);
