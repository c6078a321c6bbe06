using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;
using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Tests;

public class FoldingIsExact
{
    // Both train in float64; sums in another order differ by some 1e-15 per step.
    private const double Tolerance = 1e-10;

    private static readonly ModelSettings Small = new(3, 5, 6, 2);

    [Theory]
    [InlineData("structure")]
    [InlineData("composition")]
    public void Training_on_folded_phantoms_equals_training_on_all_their_sites(string name) =>
        Prop.ForAll(
                Gen.Choose(0, 100_000).ToArbitrary(),
                Gen.Choose(1, 9).ToArbitrary(),
                Gen.Choose(0, 3).ToArbitrary(),
                (seed, count, features) =>
                {
                    var crystals = PhantomGenerator
                        .Generate(10, (ulong)seed)
                        .Where(m => m.Crystal.Sites.Length <= 16)
                        .Take(count)
                        .Select(m => m.Crystal)
                        .ToArray();
                    if (crystals.Length > 0)
                        Compare(crystals, new Representation(name), features, seed);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [SharedDataTheory]
    [InlineData("structure")]
    [InlineData("composition")]
    public void Training_on_folded_real_crystals_equals_training_on_all_their_sites(string name)
    {
        var representation = new Representation(name);
        var crystals = DatasetReader
            .ReadCsv(SharedData.PathOf("materials-project-2k.csv"))
            .Dataset!.Materials.Select(m => m.Crystal)
            .Where(c => c.Sites.Length <= 24);
        foreach (var (batch, i) in crystals.Chunk(7).Take(6).Select((batch, i) => (batch, i)))
            Compare(batch, representation, features: i % 3, seed: i);
    }

    private static void Compare(Crystal[] crystals, Representation representation, int features, int seed)
    {
        var all = crystals
            .Select(c => representation == Representation.Structure ? StructureGraph.Build(c, new()) : CompositionGraph.Build(c))
            .ToArray();
        var folded =
            representation == Representation.Structure
                ? [.. all.Select(GraphFolding.Fold)]
                : crystals.Select(CompositionGraph.BuildFolded).ToArray();
        var generator = new Generator(seed, GeneratorPurpose.Split);
        var given = crystals.Select(_ => Enumerable.Range(0, features).Select(_ => generator.NextUnit()).ToArray()).ToArray();
        var targets = crystals.Select(_ => generator.NextUnit()).ToArray();
        var layout = new ParameterLayout(Small, ElementFeatures.BuiltIn.Length, 41, GivenFeatures.Parts(features));
        var initial = TorchParameters.From(layout, InitialWeights.Draw(layout, seed));
        ReferenceCgcnn one = Model(),
            other = Model();
        ReferenceBatch plain = ReferenceBatch.Of(all, ElementFeatures.BuiltIn, given),
            weighted = ReferenceBatch.Of(folded, ElementFeatures.BuiltIn, given);
        for (var step = 0; step < 3; step++)
        {
            var loss = one.ForwardBackward(plain, targets).Loss;
            other.ForwardBackward(weighted, targets).Loss.ShouldBe(loss, Tolerance);
            one.Step(0.01, 0.9);
            other.Step(0.01, 0.9);
        }

        foreach (var (name, values) in one.Parameters) other.Parameters[name].ShouldBeWithin(values, Tolerance, name, floor: 1);
        other.Predict(weighted).ShouldBeWithin(one.Predict(plain), Tolerance, "predictions", floor: 1);

        ReferenceCgcnn Model() => new(Small, new(41, 0.2), ElementFeatures.BuiltIn.Length, features, initial);
    }
}
