using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests.Joint;

/// <summary>A trunk per task, pulled together: losses, one step and what is measured against the float64 reference.</summary>
public class SoftSharingFollowsTheReference
{
    private const double Tie = 0.05, Rate = 0.01;

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void In_loss_step_and_measures(int? shared)
    {
        var settings = JointSettings.Default with
        {
            Sharing = SharingKind.Soft, Tie = Tie, SharedConvolutions = shared,
            LossWeights = new(LossWeighting.Given, [new(new("b"), 3)]),
        };
        var setting = new JointCase(settings, TrainingSettings.Default);
        var inputs = setting.Inputs.Joint!.Tasks.Select(t => setting.Inputs with { Joint = new([t], settings) }).ToArray();
        var layout = inputs[0].CreateLayout();
        // Trunks that start alike have no distance; here each has drawn its own.
        var starts = inputs.Select((i, j) => InitialWeights.Draw(i.CreateLayout(), 9 + j)).ToArray();
        var reference = inputs.Select((i, j) => JointReference.Run(i, setting.Batch, starts[j])[0]).ToArray();
        using var soft = (SoftNetwork)CpuDevice.Network<Lanes8>(
            setting.Inputs, new([.. starts.SelectMany(s => s.Parameters)], [.. starts.SelectMany(s => s.Running)]));

        var loss = soft.Train(setting.Crystals, Rate);

        var before = starts.Select(s => TorchParameters.From(layout, s)).ToArray();
        string[] tied = [.. reference[0].Gradients.Keys.Where(n => IsTied(n, shared))];
        double[] weights = [1, 3, 1];
        double distance = 0;
        for (var i = 0; i < 3; i++)
            for (var j = i + 1; j < 3; j++)
                distance += tied.Sum(n => before[i][n].Zip(before[j][n], (a, b) => (a - b) * (a - b)).Sum());
        loss.ShouldBe(reference.Select((r, j) => weights[j] * r.Loss).Sum() + Tie * distance, 1e-4);

        var after = SoftNetwork.Parts(soft.Save(), layout, 3).Select(s => TorchParameters.From(layout, s)).ToArray();
        for (var j = 0; j < 3; j++)
            foreach (var (name, gradient) in reference[j].Gradients)
            {
                var moved = after[j][name].Select((v, i) => v - before[j][name][i]).ToArray();
                var wanted = gradient.Select((g, i) => -Rate * (weights[j] * g + (tied.Contains(name)
                    ? 2 * Tie * Enumerable.Range(0, 3).Sum(o => before[j][name][i] - before[o][name][i]) : 0))).ToArray();
                for (var i = 0; i < wanted.Length; i++) moved[i].ShouldBe(wanted[i], 1e-6, name);
            }

        var measured = GradientSums.Of([new("a"), new("b"), new("c")], soft.SaveTraining().Joint!.Sums);
        var vectors = reference.Select(r => tied.SelectMany(n => r.Gradients[n]).ToArray()).ToArray();
        for (var i = 0; i < 3; i++)
        {
            measured.Tasks[i].Norm.ShouldBe(Norm(vectors[i]), 1e-4 * Norm(vectors[i]));
            foreach (var j in Enumerable.Range(0, 3).Where(j => j != i))
            {
                var relation = measured.Relations.Single(r => (r.From.Value, r.To.Value) == ($"{"abc"[i]}", $"{"abc"[j]}"));
                relation.Cosine.ShouldBe(vectors[i].Zip(vectors[j], (a, b) => a * b).Sum() / Norm(vectors[i]) / Norm(vectors[j]), 1e-4);
                var ahead = JointReference.Run(inputs[j], setting.Batch, starts[j], (parameters, _) =>
                {
                    foreach (var name in tied)
                        for (var p = 0; p < parameters[name].Length; p++)
                            parameters[name][p] -= Rate * reference[i].Gradients[name][p];
                })[0].Loss;
                relation.Affinity.ShouldBe(1 - ahead / reference[j].Loss, 2e-5);
            }
        }

        static double Norm(double[] vector) => Math.Sqrt(vector.Sum(v => v * v));
    }

    [Theory]
    [InlineData(SharingKind.Soft)]
    [InlineData(SharingKind.Adapters)]
    public void A_training_resumed_from_between_two_steps_has_the_bits_of_an_undisturbed_one(SharingKind sharing)
    {
        var settings = JointSettings.Default with { Sharing = sharing, Rank = 2, LossWeights = LossWeights.Uncertainty };
        var task = TrainingJointModels.Task(OptimizerKind.Adam, settings);
        var undisturbed = Trainer.Train(new LaneDevice<Lanes8>(), task, null, default);
        var (_, checkpoints) = SmallTraining.TrainWithCheckpoints(new LaneDevice<Lanes8>(), task);
        foreach (var checkpoint in checkpoints.Where((_, i) => i % 4 == 1))
        {
            var resume = new TrainingOptions { Resume = SmallTraining.ThroughBytes(checkpoint) };
            var resumed = Trainer.Run(new LaneDevice<Lanes16>(), task, resume, default);
            resumed.ShouldHaveTheBitsOf(undisturbed);
            resumed.Joint!.Relations.ShouldBe(undisturbed.Joint!.Relations);
        }

        using var model = new TrainedModel(new CpuDevice(), task, undisturbed.Targets[1].Best, task.Graphs, 1);
        var all = model.Predict([.. Enumerable.Range(0, task.Graphs.Count)]);
        task.Split.Test.Select(i => all[i]).ShouldBe(undisturbed.Targets[1].TestPredictions);
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Adam)]
    public void Without_a_tie_each_target_has_the_bits_of_a_model_of_it_alone(OptimizerKind optimizer)
    {
        var settings = JointSettings.Default with { Sharing = SharingKind.Soft, Tie = 0 };
        var joint = TrainingJointModels.Task(optimizer, settings);
        var outcome = Trainer.Train(new CpuDevice(), joint, null, default);
        foreach (var place in new[] { 0, 1 })
        {
            var alone = Trainer.Train(new CpuDevice(), joint with { Target = joint.Targets[place], Joined = [] }, null, default);
            outcome.Targets[place].TestPredictions.ShouldBe(alone.TestPredictions);
            outcome.Targets[place].BestEpoch.ShouldBe(alone.BestEpoch);
        }

        var tied = joint with { Training = joint.Training with { Joint = settings with { Tie = 1 } } };
        Trainer.Train(new CpuDevice(), tied, null, default).TestPredictions.ShouldNotBe(outcome.TestPredictions);
    }

    private static bool IsTied(string name, int? shared) =>
        name.StartsWith("embedding") || Enumerable.Range(0, shared ?? 2).Any(l => name.StartsWith($"convs.{l}."));
}
