using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Tomography.Phantom;
using Xunit;

namespace Tomography.Learning.Tests;

/// <summary>Parameters after some steps of the engine against float64 optimizers on the gradients of the float64 reference.</summary>
public class OptimizersFollowTheReference
{
    private const int Steps = 5, Feature = 3;

    // What the engine may be off: its gradients, in float32, agree with the reference to some 1e-5 of the largest of a block, and so do
    // updates; each step rounds the weight itself, by half a unit in its last place at most.
    private const double OfUpdate = 1e-4, HalfUlp = 1.0 / (1 << 24);

    [Theory]
    [InlineData(OptimizerKind.Adam, 0)]
    [InlineData(OptimizerKind.Adam, 0.02)]
    [InlineData(OptimizerKind.Sgd, 0)]
    [InlineData(OptimizerKind.Sgd, 0.02)]
    public void In_every_weight_after_five_steps(OptimizerKind kind, double weightDecay)
    {
        var training = TrainingSettings.Default with { Optimizer = kind, WeightDecay = weightDecay, LearningRate = 0.002 };
        var graphs = PhantomGenerator.Generate(24, 5).Where(m => m.Crystal.Sites.Length <= 5).Take(6)
            .Select(m => GraphFolding.Fold(StructureGraph.Build(m.Crystal, new()))).ToArray();
        var random = new Generator(4, GeneratorPurpose.Split);
        double[][] features = [.. graphs.Select(_ => Enumerable.Range(0, Feature).Select(_ => (double)Number()).ToArray())];
        var targets = graphs.Select(_ => Number()).ToArray();
        var packed = GraphPacker.Pack(graphs, ElementFeatures.BuiltIn, GaussianBasis.Of(new()));
        var feature = GivenFeatures.Of(Feature, [.. features.SelectMany(f => f).Select(v => (float)v)]);
        var inputs = new NetworkInputs(packed, feature, targets, new(2, 9, 11, 2), training);
        var layout = inputs.CreateLayout();
        var initial = InitialWeights.Draw(layout, 9);
        var start = TorchParameters.From(layout, initial);
        var reference = new ReferenceCgcnn(inputs.Model, packed.Basis, ElementFeatures.BuiltIn.Length, Feature, start);
        var optimizer = new ReferenceOptimizer(training);
        var batch = ReferenceBatch.Of(graphs, ElementFeatures.BuiltIn, features);
        // Adam steps alike for small and large gradients, so one that is rounding alone moves a weight as far as any: a weight is
        // compared where its gradient stood out in every step. SGD is compared everywhere.
        var sized = start.Where(p => !p.Key.Contains(".running_"))
            .ToDictionary(p => p.Key, p => Enumerable.Repeat(true, p.Value.Length).ToArray());

        for (var step = 0; step < Steps; step++)
        {
            reference.ForwardBackward(batch, [.. targets.Select(t => (double)t)]);
            if (kind == OptimizerKind.Adam)
                foreach (var (name, gradient) in reference.Gradients)
                    KeepSized(sized[name], gradient, reference.Parameters[name]);
            optimizer.Step(reference.Parameters, reference.Gradients, training.LearningRate);
        }

        // Weights of elements and distances that do not occur have no gradient without decay; enough remain for the comparison to mean
        // something.
        sized.Values.Sum(s => s.Count(k => k)).ShouldBeGreaterThan(sized.Values.Sum(s => s.Length) / 3);

        Compare(Train<Lanes8>(inputs, initial));
        Compare(Train<Lanes16>(inputs, initial));

        void Compare(TorchParameters after)
        {
            foreach (var name in reference.Gradients.Keys) CompareBlock(name, after[name], start[name], reference.Parameters[name]);
        }

        void CompareBlock(string name, double[] after, double[] before, double[] expected)
        {
            int[] compared = [.. Enumerable.Range(0, sized[name].Length).Where(i => sized[name][i])];
            var updates = compared.Select(i => expected[i] - before[i]).ToArray();
            var largest = updates.Select(Math.Abs).DefaultIfEmpty().Max();
            foreach (var (i, update) in compared.Zip(updates))
                (after[i] - before[i]).ShouldBe(update, OfUpdate * largest + Steps * HalfUlp * (Math.Abs(before[i]) + largest), name);
        }

        void KeepSized(bool[] kept, double[] gradient, double[] parameter)
        {
            var total = gradient.Select((g, i) => Math.Abs(optimizer.Gradient(parameter[i], g))).ToArray();
            var least = 0.01 * Math.Max(1e-3, total.Max());
            for (var i = 0; i < kept.Length; i++) kept[i] &= total[i] >= least;
        }

        float Number() => (float)(2 * random.NextUnit() - 1);
    }

    private static TorchParameters Train<T>(NetworkInputs inputs, ModelState initial)
        where T : struct, ILanes<T>
    {
        using var engine = new CpuNetwork<T>(inputs, initial);
        for (var step = 0; step < Steps; step++) engine.Train([.. Enumerable.Range(0, inputs.Graphs.Count)], inputs.Training.LearningRate);
        return TorchParameters.From(engine.Layout, engine.Save());
    }
}
