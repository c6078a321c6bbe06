using Shouldly;
using Xunit;

namespace Tomography.Learning.Tests;

public class SharedStart
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(230)]
    public void Baseline_and_augmented_model_of_one_seed_start_from_the_same_shared_weights(int featureLength)
    {
        var baseline = Start(0, 123);
        var augmented = Start(featureLength, 123);
        foreach (var (name, weights) in baseline)
        {
            // Only the first hidden layer differs: the feature's columns stand behind the shared ones.
            var shared = name == "conv_to_fc.weight" ? augmented[name].Chunk(64 + featureLength).SelectMany(row => row.Take(64)).ToArray() : augmented[name];
            shared.ShouldBe(weights, name);
        }
    }

    [Fact]
    public void Another_seed_starts_elsewhere() => Start(0, 123)["embedding.weight"].ShouldNotBe(Start(0, 124)["embedding.weight"]);

    [Fact]
    public void Weights_fill_the_range_that_the_fan_in_gives_them()
    {
        var weights = Start(0, 9)["convs.1.fc_full.weight"];
        var bound = 1 / Math.Sqrt(2 * 64 + 41);
        weights.Max().ShouldBeInRange(0.99 * bound, bound + 1e-7);
        weights.Min().ShouldBeInRange(-bound - 1e-7, -0.99 * bound);
        // 21,632 uniform numbers: their mean has a standard deviation of 0.004 bounds; five of those are allowed.
        Math.Abs(weights.Average()).ShouldBeLessThan(0.02 * bound);
    }

    private static TorchParameters Start(int featureLength, long seed)
    {
        var layout = new ParameterLayout(new(), 92, 41, featureLength);
        return TorchParameters.From(layout, InitialWeights.Draw(layout, seed));
    }
}
