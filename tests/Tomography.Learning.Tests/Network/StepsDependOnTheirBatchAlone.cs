using System.Runtime.InteropServices;
using Shouldly;
using Tomography.Crystals;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public class StepsDependOnTheirBatchAlone
{
    [Theory]
    [InlineData("structure")]
    [InlineData("composition")]
    public void Whatever_the_model_has_computed_before(string sees)
    {
        var crystals = new PhantomCrystals(60, new(sees), folded: true);
        var features = FeatureVectors.Of([crystals.Hubbard, crystals.Sites], [.. Enumerable.Range(0, 60)]);
        var targets = crystals.Energy.Values.Select(v => (float)v).ToArray();
        var inputs = new NetworkInputs(crystals.Packed, features, targets, new(2, 20, 24, 2), TrainingSettings.Default);
        var initial = InitialWeights.Draw(inputs.CreateLayout(), 1);
        int[] batch = [.. Enumerable.Range(11, 23)];
        using var fresh = new CpuNetwork<Lanes8>(inputs, initial);
        using var used = new CpuNetwork<Lanes8>(inputs, initial);
        var start = used.SaveTraining();

        // Larger and smaller batches leave their numbers in the buffers; then the model goes back to its start.
        foreach (var other in (int[][])[[.. Enumerable.Range(0, 60)], [3], [.. Enumerable.Range(30, 30)]]) used.Train(other, 0.1);
        used.Predict([.. Enumerable.Range(0, 60)], new double[60]);
        used.LoadTraining(start);

        used.Train(batch, 0.01).ShouldBe(fresh.Train(batch, 0.01));
        Bits(used.Gradients).ShouldBe(Bits(fresh.Gradients));
        Bits(used.Save().Parameters).ShouldBe(Bits(fresh.Save().Parameters));
        Bits(used.Save().Running).ShouldBe(Bits(fresh.Save().Running));
    }

    private static int[] Bits(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, int>(values).ToArray();
}
