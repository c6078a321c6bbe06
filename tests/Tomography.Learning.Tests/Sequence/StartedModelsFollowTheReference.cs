using Shouldly;
using Tomography.Crystals;
using Tomography.Learning.Kernels;
using Tomography.Phantom;
using Xunit;

namespace Tomography.Learning.Tests.Sequence;

/// <summary>Gradients and steps of models whose trunk is frozen or follows at a rate of its own, against the float64 reference.</summary>
public class StartedModelsFollowTheReference
{
    private const double Rate = 0.002, Decay = 0.02;

    private readonly ReferenceBatch _batch;
    private readonly NetworkInputs _inputs;
    private readonly ModelState _initial;
    private readonly ParameterLayout _layout;
    private readonly int[] _crystals;

    public StartedModelsFollowTheReference()
    {
        var graphs = PhantomGenerator.Generate(24, 5).Where(m => m.Crystal.Sites.Length <= 5).Take(6)
            .Select(m => GraphFolding.Fold(StructureGraph.Build(m.Crystal, new()))).ToArray();
        var random = new Generator(4, GeneratorPurpose.Split);
        var packed = GraphPacker.Pack(graphs, ElementFeatures.BuiltIn, GaussianBasis.Of(new()));
        float[] targets = [.. graphs.Select(_ => (float)(2 * random.NextUnit() - 1))];
        _inputs = new(packed, FeatureVectors.None, targets, new(2, 9, 11, 2), TrainingSettings.Default);
        _batch = ReferenceBatch.Of(graphs, ElementFeatures.BuiltIn, [.. graphs.Select(_ => Array.Empty<double>())]);
        _layout = _inputs.CreateLayout();
        _crystals = [.. Enumerable.Range(0, graphs.Length)];
        // A trunk that has seen something: its running statistics are not those of the batch.
        using var before = new CpuNetwork<Lanes8>(_inputs, InitialWeights.Draw(_layout, 9));
        for (var step = 0; step < 5; step++) before.Train(_crystals, 0.01);
        _initial = before.Save();
    }

    [Fact]
    public void A_frozen_trunk_has_no_gradient_and_the_head_that_at_running_statistics()
    {
        var start = TorchParameters.From(_layout, _initial);
        var reference = new ReferenceCgcnn(_inputs.Model, _inputs.Graphs.Basis, _inputs.Graphs.FeatureLength, 0, start);
        var loss = reference.ForwardBackwardOfHead(_batch, LossOf);
        using var engine = new CpuNetwork<Lanes16>(_inputs with { TrunkRate = 0 }, _initial);

        engine.ForwardBackward(_crystals, out _).ShouldBe(loss, 1e-5);

        engine.Gradients[.._layout.SharedSize].ToArray().ShouldAllBe(g => g == 0);
        var actual = TorchParameters.From(_layout, new(engine.Gradients.ToArray(), _initial.Running));
        foreach (var name in reference.Gradients.Keys.Where(IsOfHead))
            actual[name].ShouldBeWithin(reference.Gradients[name], 1e-4, name, floor: 1e-3);
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd, 0.1)]
    [InlineData(OptimizerKind.Adam, 0.1)]
    [InlineData(OptimizerKind.Sgd, 3)]
    public void A_step_moves_the_trunk_at_its_own_rate_and_the_head_at_that_of_the_recipe(OptimizerKind optimizer, double trunk)
    {
        var training = TrainingSettings.Default with { Optimizer = optimizer, WeightDecay = Decay };
        var start = TorchParameters.From(_layout, _initial);
        var reference = new ReferenceCgcnn(_inputs.Model, _inputs.Graphs.Basis, _inputs.Graphs.FeatureLength, 0, start);
        reference.ForwardBackward(_batch, LossOf);
        var expected = TorchParameters.From(_layout, _initial);
        foreach (var (isOfHead, rate) in new[] { (true, Rate), (false, trunk * Rate) })
            new ReferenceOptimizer(training).Step(
                expected, new(reference.Gradients.Where(g => IsOfHead(g.Key) == isOfHead)), rate);
        using var engine = new CpuNetwork<Lanes8>(_inputs with { Training = training, TrunkRate = trunk }, _initial);

        engine.Train(_crystals, Rate);

        var after = TorchParameters.From(_layout, engine.Save());
        foreach (var name in reference.Gradients.Keys)
            for (var i = 0; i < expected[name].Length; i++)
                // Adam's first step goes as far for a gradient that is rounding alone: such weights are left out.
                if (optimizer == OptimizerKind.Sgd || Math.Abs(reference.Gradients[name][i] + Decay * start[name][i]) > 1e-3)
                    (after[name][i] - start[name][i]).ShouldBe(expected[name][i] - start[name][i], 3e-6, name);
    }

    [Fact]
    public void Crystals_that_are_weighed_count_in_loss_and_gradients_by_their_weights()
    {
        double[] weights = [2, 0.5, 0.5, 1, 1.5, 0.5];
        var start = TorchParameters.From(_layout, _initial);
        var reference = new ReferenceCgcnn(_inputs.Model, _inputs.Graphs.Basis, _inputs.Graphs.FeatureLength, 0, start);
        var loss = reference.ForwardBackward(_batch, predictions =>
        {
            double[] errors = [.. predictions.Select((p, c) => p - _inputs.Targets[c])];
            return (errors.Zip(weights, (e, w) => w * e * e).Average(), [.. errors.Zip(weights, (e, w) => 2 * w * e / errors.Length)]);
        });
        using var engine = new CpuNetwork<Lanes8>(_inputs with { CrystalWeights = weights }, _initial);

        engine.ForwardBackward(_crystals, out _).ShouldBe(loss, 1e-5);

        var actual = TorchParameters.From(_layout, new(engine.Gradients.ToArray(), _initial.Running));
        foreach (var name in reference.Gradients.Keys)
            actual[name].ShouldBeWithin(reference.Gradients[name], 1e-4, name, floor: 1e-3);
    }

    private (double Loss, double[] Slopes) LossOf(double[] predictions)
    {
        double[] errors = [.. predictions.Select((p, c) => p - _inputs.Targets[c])];
        return (errors.Average(e => e * e), [.. errors.Select(e => 2 * e / errors.Length)]);
    }

    private static bool IsOfHead(string name) => name.StartsWith("conv_to_fc", StringComparison.Ordinal)
        || name.StartsWith("fcs", StringComparison.Ordinal) || name.StartsWith("fc_out", StringComparison.Ordinal);
}
