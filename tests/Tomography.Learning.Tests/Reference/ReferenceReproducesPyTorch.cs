using Shouldly;
using Xunit;

namespace Tomography.Learning.Tests;

public class ReferenceReproducesPyTorch
{
    // Both compute in float64; 1e-9 leaves room for sums in another order.
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Fixtures => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Outputs_loss_gradients_and_three_steps_agree(string name)
    {
        var fixture = new Fixture(name);
        var batch = ReferenceBatch.Of(fixture.Graphs, fixture.Elements, fixture.Features);
        var reference = new ReferenceCgcnn(fixture.Model, fixture.Basis, fixture.Elements.Length, fixture.FeatureLength, fixture.Initial);

        var (predictions, loss) = reference.ForwardBackward(batch, fixture.Targets);
        predictions.ShouldBeWithin(fixture.TrainOutput, Tolerance, "outputs in training mode");
        loss.ShouldBe(fixture.Loss, Tolerance);
        foreach (var (parameter, gradient) in fixture.Gradients)
            reference.Gradients[parameter].ShouldBeWithin(gradient, Tolerance, "gradient of " + parameter, floor: 1e-3);

        reference.Step(fixture.LearningRate, fixture.Momentum);
        for (var step = 1; step < 3; step++)
        {
            reference.ForwardBackward(batch, fixture.Targets);
            reference.Step(fixture.LearningRate, fixture.Momentum);
        }

        foreach (var (parameter, value) in fixture.AfterThreeSteps)
            reference.Parameters[parameter].ShouldBeWithin(value, Tolerance, parameter + " after three steps");
        reference.Predict(batch).ShouldBeWithin(fixture.EvalOutput, Tolerance, "outputs in evaluation mode");
    }
}
