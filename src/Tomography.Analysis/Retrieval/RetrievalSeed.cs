using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What baselines of one seed and representation predict.</summary>
/// <param name="Representation">What they see.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Properties">The properties, in the order of the values.</param>
/// <param name="Trained">Materials that they learnt from; at least 1.</param>
/// <param name="Validation">Crystals that choose: how errors scatter, and in which order properties are measured.</param>
/// <param name="Test">Crystals among which the unknown one is looked for.</param>
public sealed record RetrievalSeed(
    Representation Representation, int Seed, ImmutableArray<PropertyName> Properties, int Trained, RetrievalCrystals Validation,
    RetrievalCrystals Test);
