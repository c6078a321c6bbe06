namespace Tomography.Learning.Tests.Numerics;

/// <summary>A model's flat arrays, read and written as matrices without padding. Halves stand side by side: filter, then core.</summary>
internal sealed class PlainParameters(ParameterLayout layout, ModelState initial)
{
    public ParameterLayout Layout { get; } = layout;

    public float[] Values { get; } = [.. initial.Parameters];

    public float[] Gradients { get; } = new float[layout.Size];

    public float[] Running { get; } = [.. initial.Running];

    /// <summary>Blocks side by side, as rows.</summary>
    public float[][] Matrix(params ParameterBlock[] blocks) =>
        [.. Enumerable.Range(0, blocks[0].Rows)
            .Select(r => blocks.SelectMany(b => Values.AsSpan(b.Offset + r * b.Stride, b.Columns).ToArray()).ToArray())];

    public float[] Vector(params ParameterBlock[] blocks) => Matrix(blocks)[0];

    public void SetGradient(float[][] gradient, params ParameterBlock[] blocks)
    {
        for (var r = 0; r < gradient.Length; r++)
            for (var b = 0; b < blocks.Length; b++)
            {
                var block = blocks[b];
                gradient[r].AsSpan(b * block.Columns, block.Columns).CopyTo(Gradients.AsSpan(block.Offset + r * block.Stride));
            }
    }

    public void SetGradient(float[] gradient, params ParameterBlock[] blocks) => SetGradient([gradient], blocks);
}
