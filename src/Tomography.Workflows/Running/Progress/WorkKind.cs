using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>What makes an epoch take its time: the graphs of a representation, the sizes of the model, and the batches.</summary>
/// <param name="Graphs">Hash of the graphs.</param>
/// <param name="Model">Sizes of the model.</param>
/// <param name="BatchSize">Crystals per step.</param>
internal sealed record WorkKind(string Graphs, ModelSettings Model, int BatchSize)
{
    public static WorkKind Of(CohortOrder order) => new(order.Graphs, order.Model, order.Training.BatchSize);
}
