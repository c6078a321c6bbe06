using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>
/// Where each parameter of a CGCNN stands in one flat array, rows padded to multiples of 16 so that every kernel works on whole vectors.
/// </summary>
public sealed class ParameterLayout
{
    /// <summary>Rows are padded to a multiple of this many elements.</summary>
    public const int Alignment = 16;

    private readonly List<ParameterBlock> _blocks = [];
    private int _end;

    /// <summary>Lays out a model.</summary>
    /// <param name="model">Its sizes.</param>
    /// <param name="elementFeatures">Numbers that describe an element.</param>
    /// <param name="gaussians">Numbers that describe a bond.</param>
    /// <param name="features">The extra properties, as <see cref="FeatureVectors.Parts"/> has them; none for a baseline.</param>
    public ParameterLayout(ModelSettings model, int elementFeatures, int gaussians, ImmutableArray<FeaturePart> features)
    {
        (Model, ElementFeatures, Gaussians, FeatureLength) = (model, elementFeatures, gaussians, features.Sum(f => f.Length));
        int atom = model.AtomFeatures, hidden = model.Hidden;
        Stride = Padded(atom);
        HiddenStride = Padded(hidden);
        Embedding = Add("embedding.weight", ParameterKind.Linear, elementFeatures, elementFeatures, atom);
        EmbeddingBias = Add("embedding.bias", ParameterKind.Linear, elementFeatures, 1, atom);
        Convolutions = [.. Enumerable.Range(0, model.Convolutions).Select(l => Convolution($"convs.{l}.", l))];
        PoolToHidden = Add("conv_to_fc.weight", ParameterKind.Linear, atom, atom, hidden);
        Features = [.. features.Select(f => Add("conv_to_fc.feature." + f.Name, ParameterKind.Linear, atom, f.Length, hidden))];
        FeatureToHidden = new(
            "conv_to_fc.feature", ParameterKind.Linear, atom, PoolToHidden.Offset + PoolToHidden.Size, FeatureLength, hidden, HiddenStride);
        PoolToHiddenBias = Add("conv_to_fc.bias", ParameterKind.Linear, atom, 1, hidden);
        Hidden = [.. Enumerable.Range(0, model.HiddenLayers - 1).Select(HiddenLayer)];
        Output = Add("fc_out.weight", ParameterKind.Linear, hidden, 1, hidden);
        OutputBias = Add("fc_out.bias", ParameterKind.Linear, hidden, 1, 1);

        (ParameterBlock Weight, ParameterBlock Bias) HiddenLayer(int layer) =>
            (Add($"fcs.{layer}.weight", ParameterKind.Linear, hidden, hidden, hidden),
                Add($"fcs.{layer}.bias", ParameterKind.Linear, hidden, 1, hidden));

        ConvolutionParameters Convolution(string name, int layer)
        {
            return new(
                Part("fc_full.own.filter", atom), Part("fc_full.own.core", atom),
                Part("fc_full.neighbour.filter", atom), Part("fc_full.neighbour.core", atom),
                Part("fc_full.bond.filter", gaussians), Part("fc_full.bond.core", gaussians),
                Part("fc_full.bias.filter", 1), Part("fc_full.bias.core", 1),
                Norm("bn1.weight.filter", ParameterKind.NormScale), Norm("bn1.weight.core", ParameterKind.NormScale),
                Norm("bn1.bias.filter", ParameterKind.NormShift), Norm("bn1.bias.core", ParameterKind.NormShift),
                Norm("bn2.weight", ParameterKind.NormScale), Norm("bn2.bias", ParameterKind.NormShift),
                layer * 6 * Stride);

            ParameterBlock Part(string part, int rows) => Add(name + part, ParameterKind.Linear, 2 * atom + gaussians, rows, atom);
            ParameterBlock Norm(string part, ParameterKind kind) => Add(name + part, kind, 1, 1, atom);
        }
    }

    /// <summary>Sizes of the model.</summary>
    public ModelSettings Model { get; }

    /// <summary>Numbers that describe an element.</summary>
    public int ElementFeatures { get; }

    /// <summary>Numbers that describe a bond.</summary>
    public int Gaussians { get; }

    /// <summary>Numbers of all extra properties; 0 for a baseline.</summary>
    public int FeatureLength { get; }

    /// <summary>Padded length of an atom's vector.</summary>
    public int Stride { get; }

    /// <summary>Padded length of a hidden layer.</summary>
    public int HiddenStride { get; }

    /// <summary>Elements of the flat parameter array.</summary>
    public int Size => _end;

    /// <summary>Elements of the running statistics of all batch norms.</summary>
    public int RunningSize => Model.Convolutions * 6 * Stride;

    /// <summary>All blocks in the order of the array.</summary>
    public IReadOnlyList<ParameterBlock> Blocks => _blocks;

    /// <summary>Element features to atom vector.</summary>
    public ParameterBlock Embedding { get; }

    /// <summary>Bias of the embedding.</summary>
    public ParameterBlock EmbeddingBias { get; }

    /// <summary>The convolutions, first to last.</summary>
    public ImmutableArray<ConvolutionParameters> Convolutions { get; }

    /// <summary>Pooled crystal vector to first hidden layer.</summary>
    public ParameterBlock PoolToHidden { get; }

    /// <summary>Each extra property to first hidden layer, one block behind the other; none in a baseline.</summary>
    public ImmutableArray<ParameterBlock> Features { get; }

    /// <summary>All extra properties to first hidden layer: the rows of <see cref="Features"/> as one matrix. No block by itself.</summary>
    public ParameterBlock FeatureToHidden { get; }

    /// <summary>Bias of the first hidden layer.</summary>
    public ParameterBlock PoolToHiddenBias { get; }

    /// <summary>The further hidden layers with their biases.</summary>
    public ImmutableArray<(ParameterBlock Weight, ParameterBlock Bias)> Hidden { get; }

    /// <summary>Last hidden layer to prediction.</summary>
    public ParameterBlock Output { get; }

    /// <summary>Bias of the prediction.</summary>
    public ParameterBlock OutputBias { get; }

    /// <summary>A length rounded up to the alignment.</summary>
    public static int Padded(int length) => (length + Alignment - 1) / Alignment * Alignment;

    private ParameterBlock Add(string name, ParameterKind kind, int fanIn, int rows, int columns)
    {
        var block = new ParameterBlock(name, kind, fanIn, _end, rows, columns, Padded(columns));
        _end += block.Size;
        _blocks.Add(block);
        return block;
    }
}
