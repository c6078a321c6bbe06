using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>For how many targets a feature counts in composition and not in structure: the last column of Table 1 of [T].</summary>
/// <param name="Feature">The feature.</param>
/// <param name="There">In the published table.</param>
/// <param name="Pooled">In the study, by the rule of [T].</param>
/// <param name="Verdict">In the study, by verdicts: it informs in composition, and is nothing in structure.</param>
public sealed record PublishedCount(PropertyName Feature, int There, int Pooled, int Verdict);
