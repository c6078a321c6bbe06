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
    /// <param name="joint">What tasks share where there are several; null for a model of one target.</param>
    /// <param name="loss">What a model of one target makes small: it may predict a variance.</param>
    public ParameterLayout(
        ModelSettings model, int elementFeatures, int gaussians, ImmutableArray<FeaturePart> features, JointShape? joint = null,
        LossKind loss = LossKind.Squared)
    {
        (Model, ElementFeatures, Gaussians, FeatureLength) = (model, elementFeatures, gaussians, features.Sum(f => f.Length));
        (Stride, HiddenStride) = (Padded(model.AtomFeatures), Padded(model.Hidden));
        Embedding = Add("embedding.weight", ParameterKind.Linear, elementFeatures, elementFeatures, model.AtomFeatures);
        EmbeddingBias = Add("embedding.bias", ParameterKind.Linear, elementFeatures, 1, model.AtomFeatures);
        var shared = joint?.Settings.SharedOf(model) ?? model.Convolutions;
        Convolutions = [.. Enumerable.Range(0, shared).Select(l => Convolution("", l))];
        (ParameterBlock, ParameterBlock)? first = null;
        if (joint?.Settings.Sharing == SharingKind.Adapters)
        {
            if (!features.IsEmpty) throw new ArgumentException("Models with adapters have no features.", nameof(features));
            first = FirstHidden("");
        }

        SharedSize = _end;
        Branches = joint is null ? [WithVariance(Branch("", shared, features, null, 0), loss)]
            : [.. joint.Tasks.Select(t => Branch($"{t}/", shared, features, first, joint.Settings.Rank))];
        if (joint?.Settings.LossWeights.AreLearnt == true)
            LogVariances = Add("log-variances", ParameterKind.LogVariance, 1, 1, joint.Tasks.Length);
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
    public int RunningSize { get; private set; }

    /// <summary>How many elements at the beginning of the flat array all tasks share.</summary>
    public int SharedSize { get; }

    /// <summary>All blocks in the order of the array.</summary>
    public IReadOnlyList<ParameterBlock> Blocks => _blocks;

    /// <summary>Element features to atom vector.</summary>
    public ParameterBlock Embedding { get; }

    /// <summary>Bias of the embedding.</summary>
    public ParameterBlock EmbeddingBias { get; }

    /// <summary>The convolutions that all tasks share, first to last; all there are in a model of one target.</summary>
    public ImmutableArray<ConvolutionParameters> Convolutions { get; }

    /// <summary>What each task has to itself, in order; one in a model of one target.</summary>
    public ImmutableArray<BranchParameters> Branches { get; }

    /// <summary>Where the losses of tasks are weighed by what is learnt: a log-variance per task. Else null.</summary>
    public ParameterBlock? LogVariances { get; }

    /// <summary>Those that are shared, then those of branches.</summary>
    public IEnumerable<ConvolutionParameters> AllConvolutions => Convolutions.Concat(Branches.SelectMany(b => b.Convolutions));

    /// <summary>Pooled crystal vector to first hidden layer, of the first task.</summary>
    public ParameterBlock PoolToHidden => Branches[0].Head.PoolToHidden;

    /// <summary>Each extra property to first hidden layer, of the first task.</summary>
    public ImmutableArray<ParameterBlock> Features => Branches[0].Head.Features;

    /// <summary>All extra properties to first hidden layer, of the first task.</summary>
    public ParameterBlock FeatureToHidden => Branches[0].Head.FeatureToHidden;

    /// <summary>Bias of the first hidden layer, of the first task.</summary>
    public ParameterBlock PoolToHiddenBias => Branches[0].Head.PoolToHiddenBias;

    /// <summary>The further hidden layers with their biases, of the first task.</summary>
    public ImmutableArray<(ParameterBlock Weight, ParameterBlock Bias)> Hidden => Branches[0].Head.Hidden;

    /// <summary>Last hidden layer to prediction, of the first task.</summary>
    public ParameterBlock Output => Branches[0].Head.Output;

    /// <summary>Bias of the prediction, of the first task.</summary>
    public ParameterBlock OutputBias => Branches[0].Head.OutputBias;

    /// <summary>A length rounded up to the alignment.</summary>
    public static int Padded(int length) => (length + Alignment - 1) / Alignment * Alignment;

    private (ParameterBlock Weight, ParameterBlock Bias) FirstHidden(string task)
    {
        int atom = Model.AtomFeatures, hidden = Model.Hidden;
        return (Add("conv_to_fc.weight", ParameterKind.Linear, atom, atom, hidden, task),
            Add("conv_to_fc.bias", ParameterKind.Linear, atom, 1, hidden, task));
    }

    /// <summary>
    /// What a task has to itself; with adapters the first hidden layer is one that all share, and a layer of low rank is added.
    /// </summary>
    private BranchParameters Branch(
        string task, int shared, ImmutableArray<FeaturePart> features, (ParameterBlock Weight, ParameterBlock Bias)? first, int rank)
    {
        int atom = Model.AtomFeatures, hidden = Model.Hidden;
        ImmutableArray<ConvolutionParameters> convolutions =
            [.. Enumerable.Range(shared, Model.Convolutions - shared).Select(l => Convolution(task, l))];
        var pool = first?.Weight ?? Linear("conv_to_fc.weight", atom, atom, hidden);
        ImmutableArray<ParameterBlock> parts =
            [.. features.Select(f => Linear("conv_to_fc.feature." + f.Name, atom, f.Length, hidden))];
        var feature = new ParameterBlock(
            task + "conv_to_fc.feature", ParameterKind.Linear, atom, pool.Offset + pool.Size, FeatureLength, hidden, HiddenStride);
        var bias = first?.Bias ?? Linear("conv_to_fc.bias", atom, 1, hidden);
        (ParameterBlock, ParameterBlock)? adapter = first is null ? null
            : (Linear("adapter.down", atom, atom, rank), Add("adapter.up", ParameterKind.Zero, rank, rank, hidden, task));
        ImmutableArray<(ParameterBlock, ParameterBlock)> further =
        [
            .. Enumerable.Range(0, Model.HiddenLayers - 1)
                .Select(l => (Linear($"fcs.{l}.weight", hidden, hidden, hidden), Linear($"fcs.{l}.bias", hidden, 1, hidden))),
        ];
        return new(
            convolutions,
            new(pool, parts, feature, bias, further, Linear("fc_out.weight", hidden, 1, hidden), Linear("fc_out.bias", hidden, 1, 1))
            {
                Adapter = adapter,
            });

        ParameterBlock Linear(string name, int fanIn, int rows, int columns) =>
            Add(name, ParameterKind.Linear, fanIn, rows, columns, task);
    }

    /// <summary>The variance stands behind all else and starts at 1 for every crystal: so far the model is one without.</summary>
    private BranchParameters WithVariance(BranchParameters branch, LossKind loss)
    {
        if (loss != LossKind.Gaussian) return branch;
        var hidden = Model.Hidden;
        var variance = (
            Add("fc_variance.weight", ParameterKind.Zero, hidden, 1, hidden), Add("fc_variance.bias", ParameterKind.Zero, hidden, 1, 1));
        return branch with { Head = branch.Head with { Variance = variance } };
    }

    private ConvolutionParameters Convolution(string task, int layer)
    {
        int atom = Model.AtomFeatures, running = RunningSize;
        RunningSize += 6 * Stride;
        return new(
            Part("fc_full.own.filter", atom), Part("fc_full.own.core", atom),
            Part("fc_full.neighbour.filter", atom), Part("fc_full.neighbour.core", atom),
            Part("fc_full.bond.filter", Gaussians), Part("fc_full.bond.core", Gaussians),
            Part("fc_full.bias.filter", 1), Part("fc_full.bias.core", 1),
            Norm("bn1.weight.filter", ParameterKind.NormScale), Norm("bn1.weight.core", ParameterKind.NormScale),
            Norm("bn1.bias.filter", ParameterKind.NormShift), Norm("bn1.bias.core", ParameterKind.NormShift),
            Norm("bn2.weight", ParameterKind.NormScale), Norm("bn2.bias", ParameterKind.NormShift),
            running);

        ParameterBlock Part(string part, int rows) =>
            Add($"convs.{layer}.{part}", ParameterKind.Linear, 2 * atom + Gaussians, rows, atom, task);

        ParameterBlock Norm(string part, ParameterKind kind) => Add($"convs.{layer}.{part}", kind, 1, 1, atom, task);
    }

    private ParameterBlock Add(string name, ParameterKind kind, int fanIn, int rows, int columns, string task = "")
    {
        var block = new ParameterBlock(task + name, kind, fanIn, _end, rows, columns, Padded(columns)) { DrawnAs = name };
        _end += block.Size;
        _blocks.Add(block);
        return block;
    }
}
