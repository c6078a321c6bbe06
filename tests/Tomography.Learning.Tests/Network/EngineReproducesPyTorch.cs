using System.Runtime.Intrinsics;
using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public class EngineReproducesPyTorch
{
    // Float32 against PyTorch's float64: relative to the largest number of each block.
    private const double Tolerance = 2e-4;

    public static TheoryData<string> Fixtures => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Outputs_loss_gradients_and_three_steps_agree_with_eight_lanes(string name) => Check<Lanes8>(name);

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Outputs_loss_gradients_and_three_steps_agree_with_sixteen_lanes(string name) => Check<Lanes16>(name);

    private static void Check<T>(string name)
        where T : struct, ILanes<T>
    {
        var fixture = new Fixture(name);
        var crystals = Enumerable.Range(0, fixture.Graphs.Length).ToArray();
        using var network = Create<T>(fixture);

        var loss = network.ForwardBackward(crystals, out var predictions);
        predictions.ToArray().ShouldBeWithin(fixture.TrainOutput, Tolerance, "outputs in training mode");
        loss.ShouldBe(fixture.Loss, Tolerance * fixture.Loss);
        var gradients = TorchParameters.From(network.Layout, new(network.Gradients.ToArray(), new float[network.Layout.RunningSize]));
        foreach (var (parameter, gradient) in fixture.Gradients)
            gradients[parameter].ShouldBeWithin(gradient, Tolerance, "gradient of " + parameter, floor: 1e-3);

        using var trained = Create<T>(fixture);
        for (var step = 0; step < 3; step++) trained.Train(crystals, fixture.LearningRate);
        var state = TorchParameters.From(trained.Layout, trained.Save());
        foreach (var (parameter, value) in fixture.AfterThreeSteps)
            state[parameter].ShouldBeWithin(value, Tolerance, parameter + " after three steps");
        var evaluated = new double[crystals.Length];
        trained.Predict(crystals, evaluated);
        evaluated.ShouldBeWithin(fixture.EvalOutput, Tolerance, "outputs in evaluation mode");
    }

    internal static CpuNetwork<T> Create<T>(Fixture fixture)
        where T : struct, ILanes<T>
    {
        var packed = GraphPacker.Pack(fixture.Graphs, fixture.Elements, fixture.Basis);
        var feature = GivenFeatures.Of(fixture.FeatureLength, [.. fixture.Features.SelectMany(f => f).Select(v => (float)v)]);
        var training = TrainingSettings.Default with { LearningRate = fixture.LearningRate, Momentum = fixture.Momentum };
        var inputs = new NetworkInputs(packed, feature, [.. fixture.Targets.Select(t => (float)t)], fixture.Model, training);
        return new CpuNetwork<T>(inputs, fixture.Initial.ToState(inputs.CreateLayout()));
    }
}
