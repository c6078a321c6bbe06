using Shouldly;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Tests.Joint;

/// <summary>
/// A shared first hidden layer with a layer of low rank per task, against the float64 reference: a task's own layer is the shared one plus
/// the product of the adapter's halves.
/// </summary>
public class AdaptersFollowTheReference
{
    private const int Atom = 9, Hidden = 11, Rank = 3;

    private static readonly JointSettings s_settings = JointSettings.Default with { Sharing = SharingKind.Adapters, Rank = Rank };

    [Fact]
    public void In_all_gradients()
    {
        var setting = new JointCase(s_settings, TrainingSettings.Default);
        var layout = setting.Layout;
        // Adapters add nothing at first; here they do.
        var random = new Generator(8, GeneratorPurpose.Weights);
        var initial = setting.Initial with { Parameters = [.. setting.Initial.Parameters] };
        foreach (var up in layout.Branches.Select(b => b.Head.Adapter!.Value.Up))
            for (var r = 0; r < Rank; r++)
                for (var h = 0; h < Hidden; h++)
                    initial.Parameters[up.Offset + r * up.Stride + h] = (float)(random.NextUnit() - 0.5);
        var reference = JointReference.Run(setting.Inputs, setting.Batch, initial, Merge);
        using var engine = new CpuNetwork<Lanes8>(setting.Inputs, initial);
        using var wide = new CpuNetwork<Lanes16>(setting.Inputs, initial);

        engine.ForwardBackward(setting.Crystals, out _).ShouldBe(reference.Sum(r => r.Loss), 1e-5);
        wide.ForwardBackward(setting.Crystals, out _);
        wide.Gradients.ToArray().ShouldBe(engine.Gradients.ToArray());

        float[] gradients = engine.Gradients.ToArray();
        for (var j = 0; j < 3; j++)
        {
            var own = TorchParameters.From(layout, new(gradients, initial.Running), j);
            foreach (var name in reference[j].Gradients.Keys)
            {
                var isShared = name.StartsWith("embedding") || name.StartsWith("conv");
                own[name].ShouldBeWithin(
                    [.. reference[j].Gradients[name].Select((g, i) => isShared ? reference.Sum(r => r.Gradients[name][i]) : g)], 1e-4, name,
                    floor: 1e-3);
            }

            var (down, up) = layout.Branches[j].Head.Adapter!.Value;
            var whole = reference[j].Gradients["conv_to_fc.weight"];
            var ofUp = from r in Enumerable.Range(0, Rank) from h in Enumerable.Range(0, Hidden)
                select Enumerable.Range(0, Atom).Sum(d => initial.Parameters[down.Offset + d * down.Stride + r] * whole[h * Atom + d]);
            var ofDown = from d in Enumerable.Range(0, Atom) from r in Enumerable.Range(0, Rank)
                select Enumerable.Range(0, Hidden).Sum(h => whole[h * Atom + d] * initial.Parameters[up.Offset + r * up.Stride + h]);
            Rows(gradients, up).ShouldBeWithin([.. ofUp], 1e-4, "up", floor: 1e-3);
            Rows(gradients, down).ShouldBeWithin([.. ofDown], 1e-4, "down", floor: 1e-3);
        }

        void Merge(TorchParameters parameters, int task)
        {
            var (down, up) = layout.Branches[task].Head.Adapter!.Value;
            for (var h = 0; h < Hidden; h++)
                for (var d = 0; d < Atom; d++)
                    for (var r = 0; r < Rank; r++)
                        parameters["conv_to_fc.weight"][h * Atom + d] += (double)initial.Parameters[down.Offset + d * down.Stride + r]
                            * initial.Parameters[up.Offset + r * up.Stride + h];
        }
    }

    [Fact]
    public void A_model_with_adapters_starts_as_one_whose_first_hidden_layer_is_shared()
    {
        var setting = new JointCase(s_settings, TrainingSettings.Default);
        var hard = new JointCase(JointSettings.Default, TrainingSettings.Default);
        double[] adapted = new double[3 * setting.Crystals.Length], plain = new double[adapted.Length];
        using CpuNetwork<Lanes8> one = new(setting.Inputs, setting.Initial), other = new(hard.Inputs, hard.Initial);
        one.Predict(setting.Crystals, adapted);
        other.Predict(setting.Crystals, plain);
        adapted.ShouldBe(plain, "all heads start alike, and an adapter at nothing");
    }

    private static double[] Rows(float[] values, ParameterBlock block) =>
    [
        .. from row in Enumerable.Range(0, block.Rows) from column in Enumerable.Range(0, block.Columns)
           select (double)values[block.Offset + row * block.Stride + column],
    ];
}
