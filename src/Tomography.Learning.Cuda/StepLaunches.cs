namespace Tomography.Learning.Cuda;

/// <summary>The kernels of a training step and of a prediction, in order, for models that stand side by side.</summary>
/// <param name="layout">Sizes of the models; of those with features the one with most.</param>
/// <param name="species">Elements of the dataset.</param>
/// <param name="plan">How blocks and threads are laid over the work.</param>
internal sealed class StepLaunches(ParameterLayout layout, int species, LaunchPlan plan)
{
    private readonly int _s = layout.Stride, _h = layout.HiddenStride;

    /// <summary>One step: forward, loss, backward, update.</summary>
    /// <param name="room">The largest batch of those that models have.</param>
    /// <param name="group">The models. Of those whose trunk is frozen, <see cref="StoredNorms"/> come before.</param>
    public IEnumerable<KernelLaunch> Training(BatchRoom room, ModelGroup group)
    {
        var isFrozen = group.Kind.IsFrozen;
        var heads = Heads(room, training: true, group.Kind.IsMasked).Concat(HeadBackward(room, group.FeatureLength));
        return isFrozen
            ? [.. Trunk(room, training: false), .. heads, Update]
            : [.. Trunk(room, training: true), .. heads, .. PooledBackward(room), .. Backward(room), Update];
    }

    /// <summary>Predictions and pooled vectors; <see cref="StoredNorms"/> comes before, once per change of the models.</summary>
    /// <param name="room">The largest batch.</param>
    public IEnumerable<KernelLaunch> Prediction(BatchRoom room) =>
        [.. Trunk(room, training: false), .. Heads(room, training: false, isMasked: false)];

    /// <summary>The batch norms of prediction; none without convolutions.</summary>
    public IEnumerable<KernelLaunch> StoredNorms =>
        Convolutions == 0 ? [] : [LaunchPlan.Each("stored_norms", 3 * _s, threads: 64, z: Convolutions)];

    private KernelLaunch Update => LaunchPlan.Each("update", layout.Size);

    private int Convolutions => layout.Convolutions.Length;

    /// <summary>Up to the pooled vectors; frozen trunks go by their stored statistics in training, too.</summary>
    private IEnumerable<KernelLaunch> Trunk(BatchRoom room, bool training)
    {
        yield return LaunchPlan.Product("embedding", _s, species);
        for (var l = 0; l < Convolutions; l++)
        {
            yield return LaunchPlan.Product("atom_terms", _s, l == 0 ? species : room.Nodes, l, parts: 4);
            if (training)
            {
                yield return LaunchPlan.Each("bond_shift", 2 * _s, threads: 64, layer: l);
                yield return plan.BondSums(room.Crystals, l);
                yield return LaunchPlan.Each("bond_norm", 2 * _s, threads: 64, layer: l);
            }

            yield return plan.Gates(training ? "gate_sums" : "gate_sums_of_prediction", room.Crystals, l);
            yield return LaunchPlan.Sums("site_update", _s, 1, l, training ? 1 : 0);
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

    private IEnumerable<KernelLaunch> PooledBackward(BatchRoom room)
    {
        yield return LaunchPlan.Product("pooled_gradient", _s, room.Crystals);
        yield return LaunchPlan.Each("pool_gradient", (long)room.Nodes * _s);
    }

    private IEnumerable<KernelLaunch> Backward(BatchRoom room)
    {
        for (var l = Convolutions - 1; l >= 0; l--)
        {
            // Behind four sums stand the norm's constants, and the sums of 64 threads in float64.
            yield return LaunchPlan.Sums("norm_gradients", _s, 4, l, extra: 2 * 16 + 2 * 64);
            yield return plan.Gates("gate_gradient", room.Crystals, l);
            yield return LaunchPlan.Each("bond_weight_sums", 1, layer: l) with
            {
                X = (room.Crystals + 7) / 8, Z = (2 * _s + 127) / 128,
            };
            yield return LaunchPlan.Each("bond_weight_gradient", (long)layout.Gaussians * 2 * _s, layer: l);
            yield return LaunchPlan.Sums("atom_bias_gradient", 2 * _s, 1, l);
            if (l == 0) yield return LaunchPlan.Each("species_sums", 5 * _s, z: species);
            yield return LaunchPlan.Product("atom_weight_gradient", 4 * _s, layout.Model.AtomFeatures, l);
            yield return LaunchPlan.Product("atom_input_gradient", _s, l == 0 ? species : room.Nodes, l);
        }

        if (Convolutions == 0) yield return LaunchPlan.Each("species_sums", _s, z: species);
        yield return LaunchPlan.Product("embedding_gradient", _s, layout.ElementFeatures);
        yield return LaunchPlan.Sums("embedding_bias_gradient", _s, 1);
    }
}
