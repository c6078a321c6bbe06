using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A closed loop that is simulated: the dataset of the experiment plays the laboratory.</summary>
/// <param name="Loop">Goals, policies, and how many of what.</param>
/// <param name="Representation">What the models see of crystals.</param>
/// <param name="Features">Features of the lattice that is measured in each round; null for those of the experiment.</param>
public sealed record SimulateSettings(LoopSettings Loop, Representation Representation, ImmutableArray<PropertyName>? Features);
