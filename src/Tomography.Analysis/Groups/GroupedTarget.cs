using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What a grouping does to one target, against the model of it alone.</summary>
/// <param name="Target">The target.</param>
/// <param name="Learnt">What the model learns that it is asked of.</param>
/// <param name="Predicted">The mean of what each partner does in a pair; null where a pair is not measured.</param>
/// <param name="Measured">What the group does; null where it is not trained. Alone it is no change, by definition.</param>
public sealed record GroupedTarget(PropertyName Target, PropertySet Learnt, GroupEstimate? Predicted, GroupEstimate? Measured);
