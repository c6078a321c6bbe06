using System.Collections.Immutable;

namespace Tomography.Store;

/// <summary>Vectors of a model, one per crystal.</summary>
/// <param name="Crystals">Rows.</param>
/// <param name="Dimensions">Numbers per crystal.</param>
/// <param name="Values">Row by row.</param>
public sealed record StoredVectors(int Crystals, int Dimensions, ImmutableArray<float> Values);
