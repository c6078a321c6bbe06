using System.Collections.Immutable;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>A model, a recipe and a card that were drawn at random.</summary>
/// <param name="Seed">The seed that drew them.</param>
/// <param name="Representation">What crystals are turned into.</param>
/// <param name="IsFolded">Whether equal atoms are computed once.</param>
/// <param name="Model">Sizes.</param>
/// <param name="Optimizer">How weights follow their gradients.</param>
/// <param name="WeightDecay">Weight decay.</param>
/// <param name="Features">Numbers of each feature.</param>
/// <param name="Options">What is special about each of three models.</param>
/// <param name="Loss">What models of one number make small.</param>
public sealed record RandomSetting(
    int Seed, string Representation, bool IsFolded, ModelSettings Model, OptimizerKind Optimizer, double WeightDecay, int[] Features,
    ModelOption[] Options, LossKind Loss = LossKind.Squared)
{
    private static readonly ModelOption[] s_options = Enum.GetValues<ModelOption>();

    /// <summary>Draws a setting.</summary>
    public static RandomSetting Draw(int seed)
    {
        var random = new Generator(seed, GeneratorPurpose.Split, "settings of a card");
        int Below(int least, int past) => least + random.NextBelow(past - least);
        // Above 128 atom features a thread has several columns; at most one in three is so large, for the time that it takes.
        var atom = Below(0, 3) > 0 ? Below(1, 40) : Below(60, 180);
        var features = new int[Below(0, 4)];
        for (var i = 0; i < features.Length; i++) features[i] = Below(0, 3) > 0 ? 1 : Below(2, 240);
        return new(
            seed, Below(0, 3) > 0 ? "structure" : "composition", Below(0, 4) > 0, new(Below(0, 4), atom, Below(1, 150), Below(1, 4)),
            Below(0, 2) > 0 ? OptimizerKind.Sgd : OptimizerKind.Adam, Below(0, 2) * 0.01, features,
            [ModelOption.Plain, s_options[seed % s_options.Length], s_options[Below(0, s_options.Length)]],
            seed % 3 == 0 ? LossKind.Gaussian : LossKind.Squared);
    }

    /// <summary>Numbers of features, at random.</summary>
    public static FeatureVectors FeaturesOf(int[] lengths, int crystals, Generator random)
    {
        ImmutableArray<FeaturePart> parts = [.. lengths.Select((length, i) => new FeaturePart("feature-" + i, length))];
        return new(parts, [.. Enumerable.Range(0, crystals * lengths.Sum()).Select(_ => (float)(2 * random.NextUnit() - 1))]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Seed}: {Representation}, {Model}, {Optimizer}, decay {WeightDecay}, features [{string.Join(", ", Features)}], "
            + $"{string.Join(" beside ", Options)}, {Loss}";
}
