using Shouldly;
using Tomography.Crystals;
using Tomography.Learning.Kernels;
using Tomography.Phantom;
using Xunit;

namespace Tomography.Learning.Tests.Variance;

/// <summary>Models that predict the variance of their own error, against the float64 reference.</summary>
public class VarianceHeadsFollowTheReference
{
    private const double Beta = 0.5;

    private readonly ReferenceBatch _batch;
    private readonly NetworkInputs _inputs, _squared;
    private readonly ModelState _initial;
    private readonly ParameterLayout _layout;
    private readonly int[] _crystals;

    public VarianceHeadsFollowTheReference()
    {
        var graphs = PhantomGenerator.Generate(24, 5).Where(m => m.Crystal.Sites.Length <= 5).Take(6)
            .Select(m => GraphFolding.Fold(StructureGraph.Build(m.Crystal, new()))).ToArray();
        var random = new Generator(4, GeneratorPurpose.Split);
        var packed = GraphPacker.Pack(graphs, ElementFeatures.BuiltIn, GaussianBasis.Of(new()));
        float[] targets = [.. graphs.Select(_ => (float)(2 * random.NextUnit() - 1))];
        _squared = new(packed, FeatureVectors.None, targets, new(2, 9, 11, 2), TrainingSettings.Default);
        _inputs = _squared with { Training = TrainingSettings.Default with { Loss = LossKind.Gaussian } };
        _batch = ReferenceBatch.Of(graphs, ElementFeatures.BuiltIn, [.. graphs.Select(_ => Array.Empty<double>())]);
        _layout = _inputs.CreateLayout();
        _crystals = [.. Enumerable.Range(0, graphs.Length)];
        _initial = InitialWeights.Draw(_layout, 9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Loss_and_gradients_are_those_of_the_likelihood(bool areWeighed)
    {
        double[] weights = areWeighed ? [2, 0.5, 0.5, 1, 1.5, 0.5] : [1, 1, 1, 1, 1, 1];
        var initial = WithSomeVariance();
        var reference = Reference(initial);
        var (loss, _, logVariances) = reference.ForwardBackward(_batch, (means, logs) => LossOf(means, logs, weights));
        logVariances.Max().ShouldBeGreaterThan(logVariances.Min() + 0.1, "or each crystal has the same");
        using var engine = new CpuNetwork<Lanes16>(_inputs with { CrystalWeights = areWeighed ? weights : null }, initial);

        engine.ForwardBackward(_crystals, out _).ShouldBe(loss, 1e-5);

        var actual = TorchParameters.From(_layout, new(engine.Gradients.ToArray(), initial.Running));
        reference.Gradients.Keys.ShouldContain("fc_variance.weight");
        foreach (var name in reference.Gradients.Keys) actual[name].ShouldBeWithin(reference.Gradients[name], 1e-4, name, floor: 1e-3);
    }

    [Theory]
    [InlineData(0.7, 0.3)]
    [InlineData(-2.0, -4.0)]
    [InlineData(0.01, -12.0)]
    [InlineData(5.0, 6.0)]
    public void Slopes_are_those_of_the_likelihood_whose_weight_is_held(double error, double logVariance)
    {
        const double Small = 1e-3;
        var weight = Math.Exp(Beta * logVariance);
        var (inError, inVariance) = GaussianLoss.Slopes(error, logVariance);
        inError.ShouldBe(
            weight * (Twice(error + Small, logVariance) - Twice(error - Small, logVariance)) / (2 * Small), 1e-4 * Math.Abs(inError));
        inVariance.ShouldBe(
            weight * (Twice(error, logVariance + Small) - Twice(error, logVariance - Small)) / (2 * Small),
            1e-4 * (1 + Math.Abs(inVariance)));
        GaussianLoss.Of(error, logVariance).ShouldBe(weight * Twice(error, logVariance), 1e-5 * Math.Abs(Twice(error, logVariance)));

        static double Twice(double error, double logVariance) => error * error * Math.Exp(-logVariance) + logVariance;
    }

    [Fact]
    public void It_starts_as_the_squared_error_from_the_weights_of_a_model_without_a_variance()
    {
        var layout = _squared.CreateLayout();
        var plain = InitialWeights.Draw(layout, 9);
        _initial.Parameters[..layout.Size].ShouldBe(plain.Parameters);
        _initial.Parameters[layout.Size..].ShouldAllBe(p => p == 0);
        using CpuNetwork<Lanes8> without = new(_squared, plain), with = new(_inputs, _initial);

        with.ForwardBackward(_crystals, out _).ShouldBe(without.ForwardBackward(_crystals, out _));

        with.Gradients[..layout.Size].ToArray().ShouldBe(without.Gradients.ToArray());
        with.Gradients[layout.Size..].ToArray().ShouldContain(g => g != 0);
        var logs = new double[_crystals.Length];
        with.LogVariances(_crystals, logs);
        logs.ShouldAllBe(s => s == 0);
        Should.Throw<InvalidOperationException>(() => without.LogVariances(_crystals, logs));
    }

    [Fact]
    public void A_step_has_the_same_bits_in_registers_of_either_width()
    {
        using CpuNetwork<Lanes8> narrow = new(_inputs, _initial);
        using CpuNetwork<Lanes16> wide = new(_inputs, _initial);
        for (var step = 0; step < 3; step++) narrow.Train(_crystals, 0.01).ShouldBe(wide.Train(_crystals, 0.01));
        narrow.Save().Parameters.ShouldBe(wide.Save().Parameters);
    }

    private ModelState WithSomeVariance()
    {
        var state = _initial with { Parameters = [.. _initial.Parameters] };
        var (random, (weight, bias)) = (new Generator(7, GeneratorPurpose.Split), _layout.Branches[0].Head.Variance!.Value);
        for (var i = 0; i < weight.Columns; i++) state.Parameters[weight.Offset + i] = (float)(4 * random.NextUnit() - 2);
        state.Parameters[bias.Offset] = 0.3f;
        return state;
    }

    private ReferenceCgcnn Reference(ModelState state) => new(
        _inputs.Model, _inputs.Graphs.Basis, _inputs.Graphs.FeatureLength, 0, TorchParameters.From(_layout, state));

    private (double Loss, double[] Slopes, double[] SecondSlopes) LossOf(double[] means, double[] logVariances, double[] weights)
    {
        var count = means.Length;
        double[] errors = [.. means.Select((m, c) => m - _inputs.Targets[c])],
            held = [.. logVariances.Select((s, c) => weights[c] * Math.Exp(Beta * s) / count)];
        return (
            errors.Select((e, c) => held[c] * (e * e * Math.Exp(-logVariances[c]) + logVariances[c])).Sum(),
            [.. errors.Select((e, c) => held[c] * 2 * e * Math.Exp(-logVariances[c]))],
            [.. errors.Select((e, c) => held[c] * (1 - e * e * Math.Exp(-logVariances[c])))]);
    }
}
