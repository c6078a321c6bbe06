using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Table 1 of [T] in one form of importance.</summary>
/// <param name="Form">The form.</param>
/// <param name="Targets">One row per target, in the order of the study; features in the order of the study.</param>
/// <param name="FeatureCounts">
/// Every feature counted over <see cref="TargetSignificance.CompositionOnly"/>, in the order of the study, zeros included;
/// null unless both representations were studied.</param>
public sealed record SignificanceSets(
    ImportanceForm Form,
    ImmutableArray<TargetSignificance> Targets,
    ImmutableArray<FeatureCount>? FeatureCounts);
