namespace Tomography.Learning;

/// <summary>
/// The weights a model starts from: uniform in +-1/sqrt(fan-in) for weights and biases of linear layers, as PyTorch draws them; batch
/// norms start as the identity. Each block has its own random stream, named by the block, and the fan-in of the first hidden layer is that of
/// the pooled vector alone, so baseline and augmented model of one seed start from the same shared weights.
/// </summary>
public static class InitialWeights
{
    /// <summary>Draws the initial state of a model.</summary>
    public static ModelState Draw(ParameterLayout layout, long seed)
    {
        var parameters = new float[layout.Size];
        foreach (var block in layout.Blocks)
        {
            if (block.Name.Contains(".bn", StringComparison.Ordinal))
            {
                if (block.Name.Contains("weight", StringComparison.Ordinal)) parameters.AsSpan(block.Offset, block.Columns).Fill(1);
                continue;
            }

            var bound = 1 / Math.Sqrt(FanIn(block.Name, layout));
            var generator = new Generator(seed, GeneratorPurpose.Weights, block.Name);
            for (var row = 0; row < block.Rows; row++)
                for (var column = 0; column < block.Columns; column++)
                    parameters[block.Offset + row * block.Stride + column] = (float)((2 * generator.NextUnit() - 1) * bound);
        }

        var running = new float[layout.RunningSize];
        var stride = layout.Stride;
        foreach (var convolution in layout.Convolutions)
        {
            running.AsSpan(convolution.RunningStart + 2 * stride, 2 * stride).Fill(1);
            running.AsSpan(convolution.RunningStart + 5 * stride, stride).Fill(1);
        }

        return new(parameters, running);
    }

    private static int FanIn(string block, ParameterLayout layout) =>
        block.StartsWith("embedding", StringComparison.Ordinal) ? layout.ElementFeatures
        : block.StartsWith("convs", StringComparison.Ordinal) ? 2 * layout.Model.AtomFeatures + layout.Gaussians
        : block.StartsWith("conv_to_fc", StringComparison.Ordinal) ? layout.Model.AtomFeatures
        : layout.Model.Hidden;
}
