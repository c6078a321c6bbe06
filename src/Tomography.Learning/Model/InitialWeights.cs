using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>
/// The weights a model starts from: uniform in +-1/sqrt(fan-in) for weights and biases of linear layers, as PyTorch draws them; batch
/// norms start as the identity. Each block has its own random stream, named by the block: baseline and augmented model of one seed start
/// from the same shared weights, and a feature starts alike alone and in a set.
/// </summary>
public static class InitialWeights
{
    /// <summary>Draws the initial state of a model that is made of several networks, one behind the other.</summary>
    public static ModelState Draw(ImmutableArray<ParameterLayout> layouts, long seed)
    {
        if (layouts is [var single]) return Draw(single, seed);
        var states = layouts.Select(l => Draw(l, seed)).ToArray();
        return new([.. states.SelectMany(s => s.Parameters)], [.. states.SelectMany(s => s.Running)]);
    }

    /// <summary>Draws the initial state of a network.</summary>
    public static ModelState Draw(ParameterLayout layout, long seed)
    {
        var parameters = new float[layout.Size];
        foreach (var block in layout.Blocks)
        {
            if (block.Kind == ParameterKind.Linear) Draw(block, new(seed, GeneratorPurpose.Weights, block.DrawnAs), parameters);
            else if (block.Kind == ParameterKind.NormScale) parameters.AsSpan(block.Offset, block.Columns).Fill(1);
            else if (block.Kind == ParameterKind.LogVariance) parameters.AsSpan(block.Offset, block.Columns).Fill(-0.5f);
        }

        var running = new float[layout.RunningSize];
        var stride = layout.Stride;
        foreach (var convolution in layout.AllConvolutions)
        {
            running.AsSpan(convolution.RunningStart + 2 * stride, 2 * stride).Fill(1);
            running.AsSpan(convolution.RunningStart + 5 * stride, stride).Fill(1);
        }

        return new(parameters, running);
    }

    private static void Draw(ParameterBlock block, Generator generator, float[] parameters)
    {
        var bound = 1 / Math.Sqrt(block.FanIn);
        for (var row = 0; row < block.Rows; row++)
            for (var column = 0; column < block.Columns; column++)
                parameters[block.Offset + row * block.Stride + column] = (float)((2 * generator.NextUnit() - 1) * bound);
    }
}
