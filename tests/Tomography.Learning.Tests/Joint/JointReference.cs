namespace Tomography.Learning.Tests.Joint;

/// <summary>
/// A model of several targets in float64: hard sharing written down as a whole model of one target per task. The gradients of what they
/// share are to be added. It judges the engine's trunk and branches.
/// </summary>
internal static class JointReference
{
    /// <summary>Per task the loss of the batch and its gradients, by the names of a model of that target alone.</summary>
    /// <param name="inputs">The model.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="initial">Its state.</param>
    /// <param name="change">Changes what a task starts from, which is named by its place.</param>
    public static (double Loss, TorchParameters Gradients)[] Run(
        NetworkInputs inputs, ReferenceBatch batch, ModelState initial, Action<TorchParameters, int>? change = null)
    {
        var layout = inputs.CreateLayout();
        return [.. inputs.Joint!.Tasks.Select((task, place) =>
        {
            var start = TorchParameters.From(layout, initial, place);
            change?.Invoke(start, place);
            var network = new ReferenceCgcnn(inputs.Model, inputs.Graphs.Basis, inputs.Graphs.FeatureLength, 0, start);
            return (network.ForwardBackward(batch, p => LossOf(task, p)), network.Gradients);
        })];
    }

    private static (double Loss, double[] Slopes) LossOf(TaskTargets task, double[] predictions)
    {
        var labelled = task.Values.Count(v => !float.IsNaN(v));
        var each = predictions.Select((p, c) => LossOf(task.Kind, p, task.Values[c])).ToArray();
        return (each.Sum(e => e.Loss) / labelled, [.. each.Select(e => e.Slope / labelled)]);
    }

    private static (double Loss, double Slope) LossOf(HeadKind kind, double p, double t) =>
        double.IsNaN(t) ? (0, 0)
        : kind == HeadKind.Number ? ((p - t) * (p - t), 2 * (p - t))
        : (Math.Log(1 + Math.Exp(p)) - t * p, 1 / (1 + Math.Exp(-p)) - t);
}
