using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A model of a grouping.</summary>
/// <param name="Learnt">What it learns.</param>
/// <param name="For">The targets that it is asked for, a part of what it learns: others may only help.</param>
public sealed record TargetGroup(PropertySet Learnt, PropertySet For);
