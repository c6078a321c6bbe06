using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning.Tests.Pins;

/// <summary>A training whose bits are pinned.</summary>
/// <param name="Name">What it is called among the stored hashes.</param>
/// <param name="Representation">What the crystals are turned into.</param>
/// <param name="Feature">The extra properties.</param>
/// <param name="Model">Sizes.</param>
/// <param name="Training">The recipe.</param>
internal sealed record PinnedCase(
    string Name, Representation Representation, PinnedFeature Feature, ModelSettings Model, TrainingSettings Training);
