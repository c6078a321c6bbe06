using Tomography.Learning;

namespace Tomography.Learning.Tests;

/// <summary>Parameters by their PyTorch names, weights as [out][in], in float64, and their place in the engine's layout.</summary>
public sealed class TorchParameters : Dictionary<string, double[]>
{
    public TorchParameters()
        : base(StringComparer.Ordinal)
    {
    }

    public TorchParameters(IEnumerable<KeyValuePair<string, double[]>> source)
        : base(source, StringComparer.Ordinal)
    {
    }

    /// <summary>The parameters as the engine lays them out.</summary>
    public ModelState ToState(ParameterLayout layout)
    {
        var state = new ModelState(new float[layout.Size], new float[layout.RunningSize]);
        Visit(layout, state, (ref float here, string name, int index) =>
        {
            if (TryGetValue(name, out var values)) here = (float)values[index];
            else if (name.EndsWith("running_var", StringComparison.Ordinal)) here = 1;
        });
        return state;
    }

    /// <summary>The engine's parameters by PyTorch's names; of several tasks those that one of them uses.</summary>
    public static TorchParameters From(ParameterLayout layout, ModelState state, int task = 0)
    {
        var result = new TorchParameters();
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        Visit(
            layout, state, (ref float _, string name, int index) => sizes[name] = Math.Max(sizes.GetValueOrDefault(name), index + 1), task);
        foreach (var (name, size) in sizes) result[name] = new double[size];
        Visit(layout, state, (ref float here, string name, int index) => result[name][index] = here, task);
        return result;
    }

    private delegate void Visitor(ref float element, string name, int index);

    private static void Visit(ParameterLayout layout, ModelState state, Visitor visit, int task = 0)
    {
        var (head, convolutions) = (layout.Branches[task].Head, layout.Convolutions.AddRange(layout.Branches[task].Convolutions));
        int atom = layout.Model.AtomFeatures, hidden = layout.Model.Hidden, gaussians = layout.Gaussians, s = layout.Stride;
        Matrix(layout.Embedding, "embedding.weight", layout.ElementFeatures, 0, 0);
        Vector(layout.EmbeddingBias, "embedding.bias", 0);
        for (var l = 0; l < convolutions.Length; l++)
        {
            var c = convolutions[l];
            var name = $"convs.{l}.";
            var inputs = 2 * atom + gaussians;
            Matrix(c.OwnFilter, name + "fc_full.weight", inputs, 0, 0);
            Matrix(c.OwnCore, name + "fc_full.weight", inputs, atom, 0);
            Matrix(c.NeighbourFilter, name + "fc_full.weight", inputs, 0, atom);
            Matrix(c.NeighbourCore, name + "fc_full.weight", inputs, atom, atom);
            Matrix(c.BondFilter, name + "fc_full.weight", inputs, 0, 2 * atom);
            Matrix(c.BondCore, name + "fc_full.weight", inputs, atom, 2 * atom);
            Vector(c.BiasFilter, name + "fc_full.bias", 0);
            Vector(c.BiasCore, name + "fc_full.bias", atom);
            Vector(c.FilterScale, name + "bn1.weight", 0);
            Vector(c.CoreScale, name + "bn1.weight", atom);
            Vector(c.FilterShift, name + "bn1.bias", 0);
            Vector(c.CoreShift, name + "bn1.bias", atom);
            Vector(c.SumScale, name + "bn2.weight", 0);
            Vector(c.SumShift, name + "bn2.bias", 0);
            for (var i = 0; i < atom; i++)
            {
                visit(ref state.Running[c.RunningStart + i], name + "bn1.running_mean", i);
                visit(ref state.Running[c.RunningStart + s + i], name + "bn1.running_mean", atom + i);
                visit(ref state.Running[c.RunningStart + 2 * s + i], name + "bn1.running_var", i);
                visit(ref state.Running[c.RunningStart + 3 * s + i], name + "bn1.running_var", atom + i);
                visit(ref state.Running[c.RunningStart + 4 * s + i], name + "bn2.running_mean", i);
                visit(ref state.Running[c.RunningStart + 5 * s + i], name + "bn2.running_var", i);
            }
        }

        Matrix(head.PoolToHidden, "conv_to_fc.weight", atom + layout.FeatureLength, 0, 0);
        Matrix(head.FeatureToHidden, "conv_to_fc.weight", atom + layout.FeatureLength, 0, atom);
        Vector(head.PoolToHiddenBias, "conv_to_fc.bias", 0);
        for (var l = 0; l < head.Hidden.Length; l++)
        {
            Matrix(head.Hidden[l].Weight, $"fcs.{l}.weight", hidden, 0, 0);
            Vector(head.Hidden[l].Bias, $"fcs.{l}.bias", 0);
        }

        Vector(head.Output, "fc_out.weight", 0);
        Vector(head.OutputBias, "fc_out.bias", 0);
        if (head.Variance is { } variance)
        {
            Vector(variance.Weight, "fc_variance.weight", 0);
            Vector(variance.Bias, "fc_variance.bias", 0);
        }

        // Ours is [in][out]; PyTorch's [out][in] with so many inputs in all.
        void Matrix(ParameterBlock block, string name, int torchInputs, int firstOut, int firstIn)
        {
            for (var i = 0; i < block.Rows; i++)
                for (var o = 0; o < block.Columns; o++)
                    visit(ref state.Parameters[block.Offset + i * block.Stride + o], name, (firstOut + o) * torchInputs + firstIn + i);
        }

        void Vector(ParameterBlock block, string name, int first)
        {
            for (var i = 0; i < block.Columns; i++) visit(ref state.Parameters[block.Offset + i], name, first + i);
        }
    }
}
