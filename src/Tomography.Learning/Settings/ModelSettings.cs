namespace Tomography.Learning;

/// <summary>Sizes of a CGCNN. Defaults are those of [T].</summary>
/// <param name="Convolutions">Number of graph convolutions, 0 or more.</param>
/// <param name="AtomFeatures">Length of an atom's hidden vector, at least 1.</param>
/// <param name="Hidden">Length of the hidden layers behind the pooling, at least 1.</param>
/// <param name="HiddenLayers">Number of hidden layers behind the pooling, at least 1.</param>
public sealed record ModelSettings(int Convolutions = 3, int AtomFeatures = 64, int Hidden = 128, int HiddenLayers = 1);
