using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Table 1 of [T] by verdicts: which features inform which targets.</summary>
/// <param name="Targets">
/// One row per target, in the order of the study; the last column holds what informs in composition and shows to be nothing in structure.
/// </param>
/// <param name="FeatureCounts">
/// Every feature counted over <see cref="TargetSignificance.CompositionOnly"/>, in the order of the study, zeros included;
/// null unless both representations were studied.</param>
public sealed record VerdictSets(ImmutableArray<TargetSignificance> Targets, ImmutableArray<FeatureCount>? FeatureCounts);
