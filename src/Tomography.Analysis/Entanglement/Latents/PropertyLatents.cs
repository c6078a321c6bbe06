using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The latent vectors of the baseline model of a property.</summary>
/// <param name="Property">The property it predicts.</param>
/// <param name="Latents">Pooled crystal vectors of the test crystals.</param>
public sealed record PropertyLatents(PropertyName Property, LatentMatrix Latents);
