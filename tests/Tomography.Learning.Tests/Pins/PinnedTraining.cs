using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning.Tests.Pins;

/// <summary>
/// The trainings whose bits are pinned, and the one place that knows how a task is made and read: 211 crystals, of which 126 train, 42
/// validate and 43 test.
/// </summary>
internal static class PinnedTraining
{
    private static readonly PhantomCrystals s_structures = new(211, Representation.Structure, folded: true, seed: 21);
    private static readonly PhantomCrystals s_compositions = new(211, Representation.Composition, folded: true, seed: 21);

    private static readonly TrainingSettings s_sgd = TrainingSettings.Default with { Epochs = 5, BatchSize = 25 };
    private static readonly TrainingSettings s_adam = s_sgd with { Optimizer = OptimizerKind.Adam, LearningRate = 0.002 };

    // Epochs in batches of 25 end on one crystal, of 61 on four, of 123 on three. In the structure representation a batch of 123 has some
    // 360 nodes: more than a block of any sum (64 and 128 rows, 8 crystals).
    public static IReadOnlyList<PinnedCase> Cases { get; } =
    [
        new("structure, no feature, sgd", Representation.Structure, PinnedFeature.None, new(2, 20, 37, 1), s_sgd),
        new("structure, numeric feature, adam", Representation.Structure, PinnedFeature.Number, new(2, 16, 32, 2), s_adam),
        new("structure, class feature, sgd with decay", Representation.Structure, PinnedFeature.Class, new(3, 24, 33, 2),
            s_sgd with { BatchSize = 61, WeightDecay = 0.01 }),
        new("structure, class feature, sizes of [T]", Representation.Structure, PinnedFeature.Class, new(), s_sgd with { BatchSize = 123 }),
        new("structure, set of two features, sgd", Representation.Structure, PinnedFeature.Both, new(1, 9, 20, 1), s_sgd),
        new("composition, no feature, adam", Representation.Composition, PinnedFeature.None, new(2, 16, 32, 1),
            s_adam with { BatchSize = 61, LearningRate = 0.01 }),
        new("composition, numeric feature, sgd with decay", Representation.Composition, PinnedFeature.Number, new(2, 33, 17, 3),
            s_sgd with { BatchSize = 61, WeightDecay = 0.01, Normalize = NormalizationScope.Training }),
        new("composition, class feature, sgd", Representation.Composition, PinnedFeature.Class, new(3, 7, 48, 1),
            s_sgd with { Milestones = [1] }),
        new("composition, class feature, adam with decay", Representation.Composition, PinnedFeature.Class, new(),
            s_adam with { BatchSize = 123, WeightDecay = 0.01 }),
    ];

    /// <summary>Trains a case to the end.</summary>
    public static TrainedNumbers Train(PinnedCase pinned, IComputeDevice device)
    {
        var crystals = pinned.Representation == Representation.Structure ? s_structures : s_compositions;
        ImmutableArray<PropertyColumn> features = pinned.Feature switch
        {
            PinnedFeature.Number => [crystals.Sites],
            PinnedFeature.Class => [crystals.System],
            PinnedFeature.Both => [crystals.Sites, crystals.System],
            _ => [],
        };
        var task = new TrainingTask(
            crystals.Packed, crystals.Energy, features, crystals.Split(), pinned.Model, pinned.Training, 123);
        var outcome = Trainer.Run(device, task, new TrainingOptions { MostLatents = task.Split.Test.Length }, CancellationToken.None);
        var layout = new ParameterLayout(
            pinned.Model, crystals.Packed.FeatureLength, crystals.Packed.Basis.Count,
            [.. task.Features.Select(f => FeaturePart.Of(f.Property))]);
        var named = TorchParameters.From(layout, outcome.Best).OrderBy(p => p.Key, StringComparer.Ordinal)
            .ToLookup(p => p.Key.Contains(".running_"), p => p.Value);
        return new(
            Flat(named[false]), Flat(named[true]), [.. outcome.TestPredictions], [.. outcome.Latents],
            [.. outcome.History.SelectMany(e => new[] { e.TrainLoss, e.ValidationMae }), outcome.TestMae], outcome.BestEpoch);
    }

    // The engine's numbers are float32; PyTorch's names give them as float64, which changes none.
    private static float[] Flat(IEnumerable<double[]> values) => [.. values.SelectMany(v => v).Select(v => (float)v)];
}
