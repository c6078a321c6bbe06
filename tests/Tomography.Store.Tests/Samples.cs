using System.Collections.Immutable;
using Tomography.Testing;

namespace Tomography.Store.Tests;

/// <summary>A result with numbers that text likes to lose.</summary>
internal static class Samples
{
    public static JobResult Result(char key = 'a', double testMae = 0.1) => new(
        new(new string(key, 64)), "structure band-gap + density, seed 123",
        [new(new("band-gap"), testMae, 1 / 7.0, Math.E, double.Epsilon, 3)], 60, 4, 1.2345,
        [new("numerics", "1"), new("training.learning-rate", "0.01"), new("features", "")],
        [new(1, 1 / 3.0, Math.PI), new(2, double.MaxValue, 1e-17), new(3, -0.0, 123456789.123456789)],
        new(
            "0.1.0", "4f0c", ".NET", ["YamlDotNet 16.3.0"], "host", "CPU, 1 \"core\" <&> é", new('c', 64),
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(1.25), false));

    /// <summary>All doubles of a result as bits.</summary>
    public static ImmutableArray<long> Bits(JobResult result) =>
        [
            .. result.Scores.SelectMany(s => new[] { s.TestMae, s.R2 ?? 2, s.ConstantMae, s.ValidationMae })
                .Concat(result.History.SelectMany(h => new[] { h.TrainLoss, h.ValidationMae })).Select(BitConverter.DoubleToInt64Bits),
        ];

    public static string PathOf(TemporaryFolder folder, JobResult result) =>
        folder.PathOf("results", result.Key.Value[..2], result.Key.Value + ".json");
}
