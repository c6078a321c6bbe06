using System.Collections.Immutable;
using Shouldly;
using Xunit;

namespace Tomography.Learning.Tests;

public class SharedStart
{
    private static readonly FeaturePart s_density = new("density", 1), s_group = new("spacegroup-number", 230), s_system = new("system", 7);

    public static TheoryData<string> Sets =>
        ["density", "system", "spacegroup-number", "density+system", "density+spacegroup-number+system"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Baseline_and_augmented_model_of_one_seed_start_from_the_same_shared_weights(string set)
    {
        var features = Parts(set);
        var length = features.Sum(f => f.Length);
        var baseline = Start([], 123);
        var augmented = Start(features, 123);
        augmented.Keys.ShouldBe(baseline.Keys, ignoreOrder: true);
        foreach (var (name, weights) in baseline)
        {
            // Only the first hidden layer differs: the features' columns stand behind the shared ones.
            var shared = name == "conv_to_fc.weight" ? Columns(augmented, length, 0, 64) : augmented[name];
            shared.ShouldBe(weights, name);
        }
    }

    [Fact]
    public void A_feature_starts_alike_alone_and_in_any_set()
    {
        double[] density = Columns(Start([s_density], 5), 1, 64, 1), system = Columns(Start([s_system], 5), 7, 64, 7);
        var pair = Start([s_density, s_system], 5);
        Columns(pair, 8, 64, 1).ShouldBe(density);
        Columns(pair, 8, 65, 7).ShouldBe(system);
        var three = Start([s_density, s_group, s_system], 5);
        Columns(three, 238, 64, 1).ShouldBe(density);
        Columns(three, 238, 64 + 231, 7).ShouldBe(system);
    }

    [Fact]
    public void Two_features_of_one_length_start_apart_from_each_other() =>
        Columns(Start([new("volume", 1)], 5), 1, 64, 1).ShouldNotBe(Columns(Start([s_density], 5), 1, 64, 1));

    [Fact]
    public void Another_seed_starts_elsewhere() => Start([], 123)["embedding.weight"].ShouldNotBe(Start([], 124)["embedding.weight"]);

    [Fact]
    public void Weights_fill_the_range_that_the_fan_in_gives_them()
    {
        var weights = Start([], 9)["convs.1.fc_full.weight"];
        var bound = 1 / Math.Sqrt(2 * 64 + 41);
        weights.Max().ShouldBeInRange(0.99 * bound, bound + 1e-7);
        weights.Min().ShouldBeInRange(-bound - 1e-7, -0.99 * bound);
        // 21,632 uniform numbers: their mean has a standard deviation of 0.004 bounds; five of those are allowed.
        Math.Abs(weights.Average()).ShouldBeLessThan(0.02 * bound);
    }

    [Fact]
    public void Each_block_starts_as_its_kind_and_fan_in_say()
    {
        var layout = Layout([s_density, s_system]);
        var parameters = InitialWeights.Draw(layout, 9).Parameters;
        foreach (var block in layout.Blocks)
        {
            // Blocks of one row are drawn 128 times at most: their largest number comes within a twentieth of the bound.
            var largest = block.Kind switch { ParameterKind.NormScale => 1, ParameterKind.NormShift => 0, _ => 1 / Math.Sqrt(block.FanIn) };
            var drawn = Enumerable.Range(0, block.Rows)
                .SelectMany(r => parameters.AsSpan(block.Offset + r * block.Stride, block.Columns).ToArray()).Select(Math.Abs).ToArray();
            ((double)drawn.Max()).ShouldBeInRange(block.Columns == 1 ? 0 : 0.95 * largest, largest + 1e-7, block.Name);
            if (block.Kind != ParameterKind.Linear) drawn.Distinct().Count().ShouldBe(1, block.Name);
        }

        Dictionary<string, int> fanIns = layout.Blocks.ToDictionary(b => b.Name, b => b.FanIn);
        fanIns["embedding.weight"].ShouldBe(92);
        fanIns["convs.2.fc_full.bias.core"].ShouldBe(2 * 64 + 41);
        fanIns["conv_to_fc.feature.system"].ShouldBe(64);
        fanIns["fc_out.bias"].ShouldBe(128);
    }

    [Fact]
    public void The_features_are_the_rows_of_one_matrix_in_the_order_of_their_names()
    {
        var layout = Layout([s_density, s_system]);
        layout.Features.Select(f => (f.Name, f.Rows)).ShouldBe([("conv_to_fc.feature.density", 1), ("conv_to_fc.feature.system", 7)]);
        layout.FeatureToHidden.Rows.ShouldBe(8);
        layout.FeatureToHidden.Offset.ShouldBe(layout.Features[0].Offset);
        layout.Features[1].Offset.ShouldBe(layout.FeatureToHidden.Offset + layout.FeatureToHidden.Stride);
        layout.PoolToHiddenBias.Offset.ShouldBe(layout.FeatureToHidden.Offset + layout.FeatureToHidden.Size);
        layout.Blocks.Sum(b => b.Size).ShouldBe(layout.Size);
    }

    // PyTorch's [out][in]: the columns of the first hidden layer's weight, whose inputs are 64 pooled numbers and the features.
    private static double[] Columns(TorchParameters start, int features, int first, int count) =>
        [.. start["conv_to_fc.weight"].Chunk(64 + features).SelectMany(row => row.Skip(first).Take(count))];

    private static ImmutableArray<FeaturePart> Parts(string set) =>
        [.. new[] { s_density, s_group, s_system }.Where(p => set.Split('+').Contains(p.Name))];

    private static ParameterLayout Layout(ImmutableArray<FeaturePart> features) => new(new(), 92, 41, features);

    private static TorchParameters Start(ImmutableArray<FeaturePart> features, long seed)
    {
        var layout = Layout(features);
        return TorchParameters.From(layout, InitialWeights.Draw(layout, seed));
    }
}
