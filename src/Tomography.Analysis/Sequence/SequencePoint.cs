using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What starting from a source does to a target that is learnt from so many labels: a point of a learning curve.</summary>
/// <param name="Labels">How many labelled materials are asked for; null for the whole training part.</param>
/// <param name="Trained">From how many materials the models learn, the mean over the seeds; null where it is not known.</param>
/// <param name="Started">Test errors of the models that start from the source, by seed; null where there are none.</param>
/// <param name="Control">Likewise of those that start from a model of noise.</param>
/// <param name="Alone">Likewise of those that start from initial weights.</param>
/// <param name="Verdict">What is concluded; its feature is the source.</param>
public sealed record SequencePoint(
    int? Labels, double? Trained, ErrorRange? Started, ErrorRange? Control, ErrorRange? Alone, EdgeVerdict Verdict)
{
    /// <summary>The source: the target of the model that others start from, or its targets.</summary>
    public PropertySet Source => Verdict.Feature;
}
