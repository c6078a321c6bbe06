using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests.Joint;

public class GradientsAreMeasured
{
    private const double Rate = 0.01;

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void As_the_reference_has_cosines_norms_and_what_a_step_ahead_does(int? shared)
    {
        var setting = new JointCase(JointSettings.Default with { SharedConvolutions = shared }, TrainingSettings.Default);
        var reference = JointReference.Run(setting.Inputs, setting.Batch, setting.Initial);
        using var engine = new CpuNetwork<Lanes8>(setting.Inputs, setting.Initial);
        engine.Train(setting.Crystals, Rate);
        var measured = GradientSums.Of([new("a"), new("b"), new("c")], engine.SaveTraining().Joint!.Sums);

        var gradients = reference.Select(r => Shared(r.Gradients)).ToArray();
        for (var i = 0; i < 3; i++)
        {
            measured.Tasks[i].Norm.ShouldBe(Norm(gradients[i]), 1e-4 * Norm(gradients[i]));
            // One step ahead by the gradient of task i alone, in what is shared.
            var ahead = Ahead(i);
            for (var j = 0; j < 3; j++)
            {
                if (j == i) continue;
                var relation = measured.Relations.Single(r => (r.From.Value, r.To.Value) == ($"{"abc"[i]}", $"{"abc"[j]}"));
                var cosine = gradients[i].Zip(gradients[j], (a, b) => a * b).Sum() / (Norm(gradients[i]) * Norm(gradients[j]));
                relation.Cosine.ShouldBe(cosine, 1e-4);
                (relation.Steps, relation.ConflictShare).ShouldBe((1, cosine < 0 ? 1 : 0));
                relation.Affinity.ShouldBe(1 - ahead[j] / reference[j].Loss, 2e-5);
                Math.Abs(relation.Affinity).ShouldBeGreaterThan(5e-5, "or the comparison would mean nothing");
            }
        }

        double[] Ahead(int task)
        {
            var (state, next) = (setting.Initial, new float[setting.Initial.Parameters.Length]);
            using var gradient = new CpuNetwork<Lanes8>(
                setting.Inputs with { Joint = setting.Inputs.Joint! with { Tasks = [.. Weighed(task)] } }, setting.Initial);
            gradient.ForwardBackward(setting.Crystals, out _);
            for (var p = 0; p < next.Length; p++)
                next[p] = state.Parameters[p] - (p < setting.Layout.SharedSize ? (float)Rate * gradient.Gradients[p] : 0);
            return [.. JointReference.Run(setting.Inputs, setting.Batch, state with { Parameters = next }).Select(r => r.Loss)];
        }

        IEnumerable<TaskTargets> Weighed(int task) => setting.Inputs.Joint!.Tasks.Select((t, j) => t with { Weight = j == task ? 1 : 0 });

        double[] Shared(TorchParameters named) =>
        [
            .. named.Where(g => g.Key.StartsWith("embedding") || g.Key.StartsWith("convs.0.")
                || (shared is null && g.Key.StartsWith("convs."))).SelectMany(g => g.Value),
        ];

        static double Norm(double[] vector) => Math.Sqrt(vector.Sum(v => v * v));
    }

    [Fact]
    public void Every_twentieth_step_and_without_a_trace_in_the_training()
    {
        var setting = new JointCase(JointSettings.Default, TrainingSettings.Default);
        using CpuNetwork<Lanes8> one = new(setting.Inputs, setting.Initial), other = new(setting.Inputs, setting.Initial);
        // The other is put one step further, so that it measures at other steps.
        other.LoadTraining(other.SaveTraining() with { Joint = new(1, new double[GradientSums.SizeOf(3)]) });
        for (var step = 0; step < 41; step++)
            one.Train(setting.Crystals, Rate).ShouldBe(other.Train(setting.Crystals, Rate));
        one.Save().Parameters.ShouldBe(other.Save().Parameters);
        one.Save().Running.ShouldBe(other.Save().Running);
        Steps(one).ShouldBe(3, "the first, the twenty-first and the forty-first");
        Steps(other).ShouldBe(2);

        static int Steps(CpuNetwork<Lanes8> network) =>
            GradientSums.Of([new("a"), new("b"), new("c")], network.SaveTraining().Joint!.Sums).Tasks[0].Steps;
    }

    [Fact]
    public void And_stand_in_the_outcome_however_often_a_training_was_stopped()
    {
        var task = TrainingJointModels.Task(OptimizerKind.Sgd, JointSettings.Default);
        task = task with { Training = task.Training with { Epochs = 15 } };
        var undisturbed = Trainer.Train(new CpuDevice(), task, null, default);
        undisturbed.Joint.ShouldNotBeNull().Tasks.ShouldAllBe(t => t.Steps == 3 && t.Norm > 0);
        var checkpoint = SmallTraining.TrainUntil(25, new CpuDevice(), task, null).ShouldNotBeNull();
        var resumed = Trainer.Run(new CpuDevice(), task, new() { Resume = SmallTraining.ThroughBytes(checkpoint) }, default);
        resumed.Joint!.Relations.ShouldBe(undisturbed.Joint.Relations);
        resumed.Joint.Tasks.ShouldBe(undisturbed.Joint.Tasks);
    }
}
