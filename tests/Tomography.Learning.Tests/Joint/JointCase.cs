using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Phantom;

namespace Tomography.Learning.Tests.Joint;

/// <summary>A small joint model over a batch of crystals, for comparison with the reference.</summary>
internal sealed class JointCase
{
    /// <summary>Two numbers and two classes; of the second number every second value is missing, of the classes every third.</summary>
    public JointCase(JointSettings settings, TrainingSettings training, int convolutions = 2)
    {
        var graphs = PhantomGenerator.Generate(24, 5).Where(m => m.Crystal.Sites.Length <= 5).Take(6)
            .Select(m => GraphFolding.Fold(StructureGraph.Build(m.Crystal, new()))).ToArray();
        var random = new Generator(4, GeneratorPurpose.Split);
        var packed = GraphPacker.Pack(graphs, ElementFeatures.BuiltIn, GaussianBasis.Of(new()));
        ImmutableArray<TaskTargets> tasks =
        [
            new("a", HeadKind.Number, [.. graphs.Select(_ => Number())], settings.LossWeights.Of(new("a"))),
            new("b", HeadKind.Number, [.. graphs.Select((_, i) => i % 2 == 0 ? Number() : float.NaN)], settings.LossWeights.Of(new("b"))),
            new("c", HeadKind.TwoClasses, [.. graphs.Select((_, i) => i % 3 == 2 ? float.NaN : i % 2)], settings.LossWeights.Of(new("c"))),
        ];
        Inputs = new(packed, FeatureVectors.None, [], new(convolutions, 9, 11, 2), training) { Joint = new(tasks, settings) };
        Batch = ReferenceBatch.Of(graphs, ElementFeatures.BuiltIn, [.. graphs.Select(_ => Array.Empty<double>())]);
        Layout = Inputs.CreateLayout();
        Initial = InitialWeights.Draw(Layout, 9);
        Crystals = [.. Enumerable.Range(0, graphs.Length)];

        float Number() => (float)(2 * random.NextUnit() - 1);
    }

    public NetworkInputs Inputs { get; }

    public ReferenceBatch Batch { get; }

    public ParameterLayout Layout { get; }

    public ModelState Initial { get; }

    public int[] Crystals { get; }

    /// <summary>The weights by which the first step adds the losses of its tasks.</summary>
    public double[] FirstWeights => Inputs.Joint!.Settings.LossWeights.AreLearnt
        ? [0.5 * Math.Exp(0.5), 0.5 * Math.Exp(0.5), Math.Exp(0.5)]
        : [.. Inputs.Joint.Tasks.Select(t => t.Weight)];
}
