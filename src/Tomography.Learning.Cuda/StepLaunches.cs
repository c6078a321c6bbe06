namespace Tomography.Learning.Cuda;

/// <summary>The kernels of a training step and of a prediction, in order, for models that stand side by side.</summary>
/// <param name="layout">Sizes of the models; of those with features the one with most.</param>
/// <param name="species">Elements of the dataset.</param>
internal sealed class StepLaunches(ParameterLayout layout, int species)
{
    // What a forward pass is for.
    private const int OfPrediction = 0, OfStep = 1, OfProbe = 2;

    private readonly int _s = layout.Stride, _h = layout.HiddenStride;

    /// <summary>One step: forward, loss, backward, update.</summary>
    /// <param name="room">The largest batch of those that models have.</param>
    /// <param name="group">The models. Of those whose trunk is frozen, <see cref="StoredNorms"/> come before.</param>
    /// <param name="isMeasured">Whether the gradients of tasks are measured.</param>
    public IEnumerable<KernelLaunch> Training(BatchRoom room, ModelGroup group, bool isMeasured)
    {
        foreach (var launch in Trunk(room, group.Kind.IsFrozen ? OfPrediction : OfStep)) yield return launch;
        foreach (var launch in Heads(room, training: true, group.IsMasked)) yield return launch;
        if (group.Kind.IsJoint) yield return TaskLosses(-1);
        if (isMeasured)
            foreach (var launch in TaskGradients(room, group)) yield return launch;
        foreach (var launch in HeadBackward(room, group.FeatureLength)) yield return launch;
        if (!group.Kind.IsFrozen)
            foreach (var launch in TrunkBackward(room, -1, isFirst: !isMeasured)) yield return launch;
        if (isMeasured)
            foreach (var launch in Lookahead(room, group)) yield return launch;
        yield return LaunchPlan.Each("update", layout.Size);
    }

    /// <summary>Predictions and pooled vectors; <see cref="StoredNorms"/> comes before, once per change of the models.</summary>
    /// <param name="room">The largest batch.</param>
    public IEnumerable<KernelLaunch> Prediction(BatchRoom room) =>
        [.. Trunk(room, OfPrediction), .. Heads(room, training: false, isMasked: false)];

    /// <summary>The batch norms of prediction; none without convolutions.</summary>
    public IEnumerable<KernelLaunch> StoredNorms =>
        Convolutions == 0 ? [] : [LaunchPlan.Each("stored_norms", 3 * _s, threads: 64, z: Convolutions)];

    private int Convolutions => layout.Convolutions.Length;

    /// <summary>Up to the pooled vectors; frozen trunks go by their stored statistics in training, too.</summary>
    private IEnumerable<KernelLaunch> Trunk(BatchRoom room, int pass)
    {
        yield return LaunchPlan.Product("embedding", _s, species);
        for (var l = 0; l < Convolutions; l++)
        {
            yield return LaunchPlan.Product("atom_terms", _s, l == 0 ? species : room.Nodes, l, parts: 4);
            yield return LaunchPlan.BondTerms(room.Crystals, _s, l);
            if (pass != OfPrediction)
            {
                yield return LaunchPlan.BondSums(room.Crystals, _s, l);
                yield return LaunchPlan.Each("bond_norm", 2 * _s, threads: 64, layer: l, training: pass);
            }

            yield return LaunchPlan.Gates(pass == OfStep ? "gate_sums" : "gate_sums_of_prediction", room.Nodes, _s, l);
            yield return LaunchPlan.Sums("site_update", _s, 1, l, pass);
        }

        yield return LaunchPlan.Each("pool", (long)room.Crystals * _s);
    }

    private IEnumerable<KernelLaunch> Heads(BatchRoom room, bool training, bool isMasked)
    {
        for (var l = 0; l < layout.Model.HiddenLayers; l++)
            yield return LaunchPlan.Product("hidden_layer", _h, room.Crystals, l) with { IsOfHeads = true };
        yield return LaunchPlan.Predictions(room.Crystals, training, isMasked);
    }

    private IEnumerable<KernelLaunch> HeadBackward(BatchRoom room, int featureLength) =>
        HeadGradients(room, featureLength).Select(launch => launch with { IsOfHeads = true });

    private IEnumerable<KernelLaunch> HeadGradients(BatchRoom room, int featureLength)
    {
        yield return LaunchPlan.Each("output_gradient", _h, threads: 64);
        for (var l = layout.Model.HiddenLayers - 1; l >= 0; l--)
        {
            yield return LaunchPlan.Product("hidden_weight_gradient", _h, l == 0 ? layout.Model.AtomFeatures : layout.Model.Hidden, l);
            if (l == 0 && featureLength > 0) yield return LaunchPlan.Product("feature_gradient", _h, featureLength);
            yield return LaunchPlan.Sums("hidden_bias_gradient", _h, 1, l);
            if (l > 0) yield return LaunchPlan.Product("hidden_input_gradient", _h, room.Crystals, l);
        }
    }

    /// <summary>
    /// From the gradients of the first hidden layers to those of convolutions and embedding. Where it is not the first since the forward
    /// pass, the terms of distances are made again: gradients have taken their place.
    /// </summary>
    private IEnumerable<KernelLaunch> TrunkBackward(BatchRoom room, int task, bool isFirst)
    {
        yield return Of(task, LaunchPlan.Product("pooled_gradient", _s, room.Crystals));
        yield return LaunchPlan.Each("pool_gradient", (long)room.Nodes * _s);
        for (var l = Convolutions - 1; l >= 0; l--)
        {
            // Behind four sums stand the norm's constants, and the sums of 64 threads in float64.
            yield return LaunchPlan.Sums("norm_gradients", _s, 4, l, extra: 2 * 16 + 2 * 64);
            if (!isFirst) yield return LaunchPlan.BondTerms(room.Crystals, _s, l);
            yield return LaunchPlan.Gates("gate_gradient", room.Nodes, _s, l);
            yield return LaunchPlan.BondGradientSums(room.Crystals, _s, l);
            yield return LaunchPlan.BondWeightSums(room.Crystals, _s, layout.Gaussians, l);
            yield return LaunchPlan.Each("bond_weight_gradient", (long)layout.Gaussians * 2 * _s, layer: l);
            yield return LaunchPlan.Sums("atom_bias_gradient", 2 * _s, 1, l);
            if (l == 0) yield return LaunchPlan.Each("species_sums", 5 * _s, z: species);
            var rows = l == 0 ? species : room.Nodes;
            yield return LaunchPlan.WeightSums(4 * _s, layout.Model.AtomFeatures, rows, l);
            yield return LaunchPlan.Each("atom_weight_gradient", 4L * layout.Model.AtomFeatures * _s, layer: l);
            yield return LaunchPlan.Product("atom_input_gradient", _s, rows, l);
        }

        if (Convolutions == 0) yield return LaunchPlan.Each("species_sums", _s, z: species);
        yield return LaunchPlan.Product("embedding_gradient", _s, layout.ElementFeatures);
        yield return LaunchPlan.Sums("embedding_bias_gradient", _s, 1);
    }

    /// <summary>The gradient of each task's own loss in what is shared, of the batch that has just passed.</summary>
    private IEnumerable<KernelLaunch> TaskGradients(BatchRoom room, ModelGroup group)
    {
        for (var task = 0; task < group.Tasks; task++)
        {
            yield return LaunchPlan.Predictions(room.Crystals, training: true, group.IsMasked, task);
            yield return Of(task, LaunchPlan.Each("output_gradient", _h, threads: 64)) with { IsOfHeads = true };
            for (var l = layout.Model.HiddenLayers - 1; l > 0; l--)
                yield return Of(task, LaunchPlan.Product("hidden_input_gradient", _h, room.Crystals, l)) with { IsOfHeads = true };
            foreach (var launch in TrunkBackward(room, task, isFirst: task == 0)) yield return launch;
            yield return OfShared("keep_task_gradient", task);
        }

        // Errors are those of the weighed losses again.
        yield return LaunchPlan.Predictions(room.Crystals, training: true, group.IsMasked);
    }

    /// <summary>The products of the tasks' gradients, and the losses after a step along each alone.</summary>
    private IEnumerable<KernelLaunch> Lookahead(BatchRoom room, ModelGroup group)
    {
        yield return LaunchPlan.GradientProducts(group.Tasks);
        for (var task = 0; task < group.Tasks; task++)
        {
            yield return OfShared("step_ahead", task);
            foreach (var launch in Trunk(room, OfProbe)) yield return launch;
            foreach (var launch in Heads(room, training: true, group.IsMasked)) yield return launch;
            yield return TaskLosses(task);
            yield return OfShared("step_back", task);
        }
    }

    private static KernelLaunch TaskLosses(int task) => Of(task, LaunchPlan.Each("task_losses", 1, threads: 64));

    private KernelLaunch OfShared(string kernel, int task) => Of(task, LaunchPlan.Each(kernel, layout.SharedSize));

    private static KernelLaunch Of(int task, KernelLaunch launch) =>
        launch with { Arguments = launch.Arguments with { Task = task } };
}
