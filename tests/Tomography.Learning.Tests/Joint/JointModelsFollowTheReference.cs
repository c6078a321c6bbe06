using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests.Joint;

/// <summary>Losses, gradients and one step of models of several targets against the float64 reference.</summary>
public class JointModelsFollowTheReference
{
    private const double Tolerance = 1e-4;

    public static TheoryData<int?, string> Shapes => new()
    {
        { null, "equal" }, { 1, "equal" }, { 0, "equal" }, { null, "given" }, { 1, "uncertainty" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void In_the_gradients_of_what_is_shared_and_of_each_branch(int? shared, string weights)
    {
        var setting = new JointCase(Settings(shared, weights), TrainingSettings.Default);
        var reference = JointReference.Run(setting.Inputs, setting.Batch, setting.Initial);
        using var engine = new CpuNetwork<Lanes8>(setting.Inputs, setting.Initial);

        var loss = engine.ForwardBackward(setting.Crystals, out _);

        var w = setting.FirstWeights;
        loss.ShouldBe(reference.Select((r, j) => w[j] * r.Loss).Sum() + (weights == "uncertainty" ? 3 * -0.25 : 0), 1e-5);
        var gradients = new ModelState(engine.Gradients.ToArray(), setting.Initial.Running);
        for (var j = 0; j < reference.Length; j++)
        {
            var own = TorchParameters.From(setting.Layout, gradients, j);
            foreach (var name in reference[j].Gradients.Keys)
                own[name].ShouldBeWithin(Expected(name, j), Tolerance, $"{name} of task {j}", floor: 1e-3);
        }

        if (setting.Layout.LogVariances is { } block)
            for (var j = 0; j < 3; j++)
                ((double)engine.Gradients[block.Offset + j]).ShouldBe(0.5 - w[j] * reference[j].Loss, 1e-5);

        double[] Expected(string name, int task)
        {
            var tasks = IsShared(name, shared) ? Enumerable.Range(0, 3) : [task];
            return [.. Enumerable.Range(0, reference[task].Gradients[name].Length)
                .Select(i => tasks.Sum(j => w[j] * reference[j].Gradients[name][i]))];
        }
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Adam)]
    public void In_the_weights_after_one_step(OptimizerKind optimizer)
    {
        var training = TrainingSettings.Default with { Optimizer = optimizer, LearningRate = 0.002, WeightDecay = 0.02 };
        var setting = new JointCase(Settings(1, "given"), training);
        var reference = JointReference.Run(setting.Inputs, setting.Batch, setting.Initial);
        using var engine = new CpuNetwork<Lanes16>(setting.Inputs, setting.Initial);

        engine.Train(setting.Crystals, training.LearningRate);

        var (after, w) = (engine.Save(), setting.FirstWeights);
        for (var j = 0; j < reference.Length; j++)
        {
            var (start, expected) = (TorchParameters.From(setting.Layout, setting.Initial, j),
                TorchParameters.From(setting.Layout, setting.Initial, j));
            TorchParameters gradients = new(reference[j].Gradients.Select(g => KeyValuePair.Create(
                g.Key,
                g.Value.Select((v, i) => IsShared(g.Key, 1) ? Enumerable.Range(0, 3).Sum(t => w[t] * reference[t].Gradients[g.Key][i])
                    : w[j] * v).ToArray())));
            new ReferenceOptimizer(training).Step(expected, gradients, training.LearningRate);
            var actual = TorchParameters.From(setting.Layout, after, j);
            foreach (var name in gradients.Keys)
                for (var i = 0; i < expected[name].Length; i++)
                    // Adam's first step goes as far for a gradient that is rounding alone: such weights are left out.
                    if (optimizer == OptimizerKind.Sgd || Math.Abs(gradients[name][i] + 0.02 * start[name][i]) > 1e-3)
                        (actual[name][i] - start[name][i]).ShouldBe(expected[name][i] - start[name][i], 3e-6, name);
        }
    }

    [Fact]
    public void One_task_alone_has_the_bits_of_a_model_of_one_target()
    {
        var crystals = new PhantomCrystals(30, Crystals.Representation.Structure, folded: true);
        var targets = crystals.Energy.Values.Select(v => (float)v).ToArray();
        var single = new NetworkInputs(crystals.Packed, FeatureVectors.None, targets, new(2, 9, 11, 2), TrainingSettings.Default);
        var joint = single with { Joint = new([new("energy", HeadKind.Number, targets, 1)], JointSettings.Default) };
        var initial = InitialWeights.Draw(single.CreateLayout(), 3);
        InitialWeights.Draw(joint.CreateLayout(), 3).Parameters.ShouldBe(initial.Parameters);
        using CpuNetwork<Lanes8> one = new(single, initial), same = new(joint, initial);
        for (var step = 0; step < 3; step++)
            same.Train([.. Enumerable.Range(0, 30)], 0.01).ShouldBe(one.Train([.. Enumerable.Range(0, 30)], 0.01));
        same.Save().Parameters.ShouldBe(one.Save().Parameters);
    }

    private static bool IsShared(string name, int? shared) =>
        name.StartsWith("embedding", StringComparison.Ordinal)
        || Enumerable.Range(0, shared ?? 2).Any(l => name.StartsWith($"convs.{l}.", StringComparison.Ordinal));

    private static JointSettings Settings(int? shared, string weights) => JointSettings.Default with
    {
        SharedConvolutions = shared,
        LossWeights = weights switch
        {
            "given" => new(LossWeighting.Given, [new(new("a"), 2), new(new("c"), 0.25)]),
            "uncertainty" => LossWeights.Uncertainty,
            _ => LossWeights.Equal,
        },
    };
}
