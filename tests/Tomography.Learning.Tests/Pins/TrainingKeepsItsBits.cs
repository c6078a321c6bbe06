using Shouldly;
using Tomography.Learning.Kernels;
using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Tests.Pins;

/// <summary>
/// Pins what training leaves, bit by bit and the same for 8 and 16 lanes. Where bits change on purpose, raise the numerics version and
/// store the new hashes with <c>TOMOGRAPHY_PIN=1 dotnet test tests/Tomography.Learning.Tests --filter TrainingKeepsItsBits</c>.
/// </summary>
public class TrainingKeepsItsBits
{
    private static readonly PinnedHashes s_pins = new("tests", "Tomography.Learning.Tests", "Pins", "training.txt");

    public static TheoryData<string> Cases => [.. PinnedTraining.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void With_eight_lanes(string name) => Check<Lanes8>(name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void With_sixteen_lanes(string name) => Check<Lanes16>(name);

    [Fact]
    public void In_these_cases_and_no_others() => s_pins.ShouldHold(PinnedTraining.Cases.Select(c => c.Name));

    private static void Check<T>(string name)
        where T : struct, ILanes<T>
    {
        var trained = PinnedTraining.Train(PinnedTraining.Cases.Single(c => c.Name == name), new LaneDevice<T>());
        // The weights are those of the best epoch: after the first, optimizers would hardly be pinned.
        trained.BestEpoch.ShouldBeGreaterThan(1);
        trained.Latents.ShouldNotBeEmpty();
        s_pins.Check(name, typeof(T).Name,
            ("weights", new NumberHash().Add(trained.Weights)),
            ("running statistics", new NumberHash().Add(trained.Running)),
            ("predictions", new NumberHash().Add(trained.Predictions)),
            ("latents", new NumberHash().Add(trained.Latents)),
            ("errors", new NumberHash().Add(trained.Errors)));
    }
}
