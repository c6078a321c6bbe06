using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>Where each parameter of a CGCNN stands in one flat array, rows padded to multiples of 16 so that every kernel works on whole vectors.</summary>
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
    /// <param name="featureLength">Numbers of the extra property; 0 for a baseline.</param>
    public ParameterLayout(ModelSettings model, int elementFeatures, int gaussians, int featureLength)
    {
        (Model, ElementFeatures, Gaussians, FeatureLength) = (model, elementFeatures, gaussians, featureLength);
        int atom = model.AtomFeatures, hidden = model.Hidden;
        Stride = Padded(atom);
        HiddenStride = Padded(hidden);
        Embedding = Add("embedding.weight", elementFeatures, atom);
        EmbeddingBias = Add("embedding.bias", 1, atom);
        Convolutions = [.. Enumerable.Range(0, model.Convolutions).Select(l => Convolution($"convs.{l}.", l))];
        PoolToHidden = Add("conv_to_fc.weight", atom, hidden);
        FeatureToHidden = Add("conv_to_fc.feature", featureLength, hidden);
        PoolToHiddenBias = Add("conv_to_fc.bias", 1, hidden);
        Hidden = [.. Enumerable.Range(0, model.HiddenLayers - 1).Select(l => (Add($"fcs.{l}.weight", hidden, hidden), Add($"fcs.{l}.bias", 1, hidden)))];
        Output = Add("fc_out.weight", 1, hidden);
        OutputBias = Add("fc_out.bias", 1, 1);

        ConvolutionParameters Convolution(string name, int layer) => new(
            Add(name + "fc_full.own.filter", atom, atom), Add(name + "fc_full.own.core", atom, atom),
            Add(name + "fc_full.neighbour.filter", atom, atom), Add(name + "fc_full.neighbour.core", atom, atom),
            Add(name + "fc_full.bond.filter", gaussians, atom), Add(name + "fc_full.bond.core", gaussians, atom),
            Add(name + "fc_full.bias.filter", 1, atom), Add(name + "fc_full.bias.core", 1, atom),
            Add(name + "bn1.weight.filter", 1, atom), Add(name + "bn1.weight.core", 1, atom),
            Add(name + "bn1.bias.filter", 1, atom), Add(name + "bn1.bias.core", 1, atom),
            Add(name + "bn2.weight", 1, atom), Add(name + "bn2.bias", 1, atom),
            layer * 6 * Stride);
    }

    /// <summary>Sizes of the model.</summary>
    public ModelSettings Model { get; }

    /// <summary>Numbers that describe an element.</summary>
    public int ElementFeatures { get; }

    /// <summary>Numbers that describe a bond.</summary>
    public int Gaussians { get; }

    /// <summary>Numbers of the extra property; 0 for a baseline.</summary>
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

    /// <summary>Extra property to first hidden layer; no rows in a baseline.</summary>
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

    private ParameterBlock Add(string name, int rows, int columns)
    {
        var block = new ParameterBlock(name, _end, rows, columns, Padded(columns));
        _end += block.Size;
        _blocks.Add(block);
        return block;
    }
}
