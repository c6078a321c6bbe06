using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>Candidates among which to choose what to make or measure next.</summary>
/// <param name="Crystals">Where they come from; their properties need not be known.</param>
/// <param name="Goals">What is wanted, at least one.</param>
/// <param name="Representation">Whose models predict.</param>
/// <param name="Batch">How many are chosen, and how different they are to be.</param>
public sealed record CandidateSettings(
    PredictSettings Crystals, ImmutableArray<Goal> Goals, Representation Representation, BatchSettings Batch);
