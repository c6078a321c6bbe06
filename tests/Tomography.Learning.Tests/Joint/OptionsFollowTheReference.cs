using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests.Joint;

/// <summary>What may be done to the gradients of joint models, against the float64 reference.</summary>
public class OptionsFollowTheReference
{
    [Fact]
    public void Conflicts_are_projected_away_in_what_is_shared_and_nowhere_else()
    {
        var setting = new JointCase(JointSettings.Default with { ProjectsConflicts = true }, TrainingSettings.Default);
        var reference = JointReference.Run(setting.Inputs, setting.Batch, setting.Initial);
        string[] names = [.. reference[0].Gradients.Keys.Where(IsShared)];
        var gradients = reference.Select(r => names.SelectMany(n => r.Gradients[n]).ToArray()).ToArray();
        gradients.SelectMany((g, i) => gradients.Skip(i + 1).Select(o => Dot(g, o))).ShouldContain(d => d < 0, "or nothing is projected");

        using var engine = new CpuNetwork<Lanes8>(setting.Inputs, setting.Initial);
        engine.ForwardBackward(setting.Crystals, out _);

        var expected = Projected(gradients, new Generator(0, GeneratorPurpose.Projection));
        var own = TorchParameters.From(setting.Layout, new(engine.Gradients.ToArray(), setting.Initial.Running));
        names.SelectMany(n => own[n]).ToArray().ShouldBeWithin(expected, 1e-4, "shared");
        foreach (var name in reference[0].Gradients.Keys.Where(n => !IsShared(n)))
            own[name].ShouldBeWithin(reference[0].Gradients[name], 1e-4, name, floor: 1e-3);
    }

    [Fact]
    public void A_step_that_projects_conflicts_is_one_of_the_projected_gradient()
    {
        var setting = new JointCase(JointSettings.Default with { ProjectsConflicts = true }, TrainingSettings.Default);
        using CpuNetwork<Lanes8> gradient = new(setting.Inputs, setting.Initial), engine = new(setting.Inputs, setting.Initial);
        gradient.ForwardBackward(setting.Crystals, out _);
        engine.Train(setting.Crystals, 0.01);
        var (after, wanted) = (engine.Save().Parameters, gradient.Gradients.ToArray());
        for (var p = 0; p < after.Length; p++) after[p].ShouldBe(setting.Initial.Parameters[p] - 0.01f * wanted[p]);
    }

    [Fact]
    public void The_overlap_of_heads_is_added_to_the_loss_with_its_gradient()
    {
        const double Weight = 3, Small = 1e-3;
        var (without, with) = (JointSettings.Default, JointSettings.Default with { Disentangle = Weight });
        var setting = new JointCase(with, TrainingSettings.Default);
        // Heads that start alike overlap most, where the slope is zero: here each reads with other weights.
        var initial = setting.Initial with { Parameters = [.. setting.Initial.Parameters] };
        foreach (var (branch, place) in setting.Layout.Branches.Select((b, i) => (b.Head.PoolToHidden, i)))
            for (var d = 0; d < branch.Rows; d++)
                for (var h = 0; h < branch.Columns; h++)
                    initial.Parameters[branch.Offset + d * branch.Stride + h] *= d % 3 == place ? 2 : 0.5f;
        var (plain, penalised) = (Run(without, initial), Run(with, initial));
        var overlap = (penalised.Loss - plain.Loss) / Weight;
        overlap.ShouldBe(Overlap(setting.Layout, initial.Parameters), 1e-6);
        overlap.ShouldBeInRange(0.1, 2.5, "three pairs of heads");

        // By differences of the overlap, in weights of two heads; nothing else has another gradient.
        var differing = Enumerable.Range(0, plain.Gradients.Length).Where(p => plain.Gradients[p] != penalised.Gradients[p]).ToArray();
        var heads = setting.Layout.Branches.Select(b => b.Head.PoolToHidden).ToArray();
        differing.ShouldAllBe(p => heads.Any(h => p >= h.Offset && p < h.Offset + h.Size));
        foreach (var p in differing.Where((_, i) => i % 17 == 0))
        {
            float[] up = [.. initial.Parameters], down = [.. initial.Parameters];
            up[p] += (float)Small;
            down[p] -= (float)Small;
            var slope = (Overlap(setting.Layout, up) - Overlap(setting.Layout, down)) / ((double)up[p] - down[p]);
            ((penalised.Gradients[p] - plain.Gradients[p]) / Weight).ShouldBe(slope, 2e-4);
        }
    }

    private static (double Loss, float[] Gradients) Run(JointSettings settings, ModelState initial)
    {
        var setting = new JointCase(settings, TrainingSettings.Default);
        using var engine = new CpuNetwork<Lanes8>(setting.Inputs, initial);
        return (engine.ForwardBackward(setting.Crystals, out _), engine.Gradients.ToArray());
    }

    private static double Overlap(ParameterLayout layout, float[] parameters)
    {
        var reads = layout.Branches.Select(b => b.Head.PoolToHidden).Select(h => Enumerable.Range(0, h.Rows)
            .Select(d => Enumerable.Range(0, h.Columns).Sum(c => Math.Pow(parameters[h.Offset + d * h.Stride + c], 2)))
            .ToArray()).ToArray();
        return reads.SelectMany((r, i) => reads.Skip(i + 1).Select(o => Dot(r, o) / Math.Sqrt(Dot(r, r) * Dot(o, o)))).Sum();
    }

    private static double[] Projected(double[][] gradients, Generator random)
    {
        var sum = new double[gradients[0].Length];
        for (var i = 0; i < gradients.Length; i++)
        {
            var own = gradients[i].ToArray();
            int[] others = [.. Enumerable.Range(0, gradients.Length).Where(j => j != i)];
            random.Shuffle(others);
            foreach (var other in others.Select(j => gradients[j]))
            {
                var dot = Dot(own, other);
                if (dot < 0) own = [.. own.Zip(other, (a, b) => a - dot / Dot(other, other) * b)];
            }

            sum = [.. sum.Zip(own, (a, b) => a + b)];
        }

        return sum;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static bool IsShared(string name) => name.StartsWith("embedding") || name.StartsWith("convs.");
}
