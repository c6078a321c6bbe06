using Shouldly;
using Tomography.Crystals;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests;

public class FoldedTrainingEqualsUnfolded
{
    private static readonly ModelSettings Small = new(3, 12, 10, 2);

    [Theory]
    [InlineData("structure", false)]
    [InlineData("structure", true)]
    [InlineData("composition", false)]
    [InlineData("composition", true)]
    public void Three_steps_of_the_folded_engine_follow_the_unfolded_reference(string sees, bool feature)
    {
        var representation = new Representation(sees);
        var folded = new PhantomCrystals(24, representation, folded: true);
        var unfolded = new PhantomCrystals(24, representation, folded: false);
        var scope = Enumerable.Range(0, 24).ToArray();
        var vectors = feature ? FeatureVectors.Of([folded.Sites], [.. scope]) : FeatureVectors.None;
        var normalization = Normalization.Of(folded.Energy.Values, scope);
        var targets = folded.Energy.Values.Select(v => (float)normalization.Apply(v)).ToArray();
        var inputs = new NetworkInputs(folded.Packed, vectors, targets, Small, TrainingSettings.Default);
        var layout = inputs.CreateLayout();
        var initial = InitialWeights.Draw(layout, 5);
        using var engine = new CpuNetwork<Lanes8>(inputs, initial);
        var reference = new ReferenceCgcnn(
            Small,
            folded.Packed.Basis,
            ElementFeatures.BuiltIn.Length,
            vectors.Length,
            TorchParameters.From(layout, initial));

        // Batches of odd sizes, one of them a single crystal.
        foreach (var batch in (int[][])[[.. scope.Take(13)], [23], [.. scope.Skip(13).Take(7)], scope])
        {
            var features = batch
                .Select(i => vectors.Values.Skip(i * vectors.Length).Take(vectors.Length).Select(v => (double)v).ToArray())
                .ToArray();
            var loss = reference
                .ForwardBackward(
                    ReferenceBatch.Of([.. batch.Select(i => unfolded.Graphs[i])], ElementFeatures.BuiltIn, features),
                    [.. batch.Select(i => (double)targets[i])])
                .Loss;
            reference.Step(0.01, 0.9);
            // Float32 against float64 over a few steps.
            engine.Train(batch, 0.01).ShouldBe(loss, 2e-4 * Math.Max(1, loss));
        }

        var state = TorchParameters.From(layout, engine.Save());
        foreach (var (name, expected) in reference.Parameters)
            state[name].ShouldBeWithin(expected, 5e-4, name, floor: 0.05);
    }

    [Fact]
    public void Eight_and_sixteen_lanes_train_to_the_same_bits()
    {
        var crystals = new PhantomCrystals(40, Representation.Structure, folded: true);
        var inputs = new NetworkInputs(
            crystals.Packed,
            FeatureVectors.Of([crystals.Hubbard], []),
            [.. crystals.Energy.Values.Select(v => (float)v)],
            new(2, 20, 24, 2),
            TrainingSettings.Default);
        var initial = InitialWeights.Draw(inputs.CreateLayout(), 1);
        using var eight = new CpuNetwork<Lanes8>(inputs, initial);
        using var sixteen = new CpuNetwork<Lanes16>(inputs, initial);
        var all = Enumerable.Range(0, 40).ToArray();
        for (var step = 0; step < 5; step++)
        {
            var batch = all.AsSpan(step, 30);
            sixteen.Train(batch, 0.01).ShouldBe(eight.Train(batch, 0.01));
        }

        sixteen.Save().Parameters.ShouldBe(eight.Save().Parameters);
        double[] a = new double[40], b = new double[40];
        eight.Predict(all, a);
        sixteen.Predict(all, b);
        b.ShouldBe(a);
    }
}
