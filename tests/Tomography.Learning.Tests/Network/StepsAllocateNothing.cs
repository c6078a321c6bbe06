using Shouldly;
using Tomography.Crystals;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public class StepsAllocateNothing
{
    [Theory]
    [InlineData("structure")]
    [InlineData("composition")]
    public void Once_the_largest_batch_has_been_seen_steps_allocate_nothing(string name)
    {
        var representation = new Representation(name);
        var crystals = new PhantomCrystals(30, representation, folded: true);
        var inputs = new NetworkInputs(
            crystals.Packed,
            FeatureVectors.Of([crystals.Hubbard], []),
            [.. crystals.Energy.Values.Select(v => (float)v)],
            new(2, 16, 16, 2),
            TrainingSettings.Default);
        using var network = new CpuNetwork<Lanes8>(inputs, InitialWeights.Draw(inputs.CreateLayout(), 1));
        var all = Enumerable.Range(0, 30).ToArray();
        var predictions = new double[30];
        Step();
        Step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) Step();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Step()
        {
            network.Train(all, 0.01);
            network.Train(all.AsSpan(3, 7), 0.01);
            network.Predict(all, predictions);
        }
    }
}
