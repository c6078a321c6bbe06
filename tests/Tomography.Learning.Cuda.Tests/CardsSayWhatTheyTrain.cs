using Shouldly;
using Tomography.Learning.Tests;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>What a card trains, and what it leaves to the CPU.</summary>
public sealed class CardsSayWhatTheyTrain
{
    private static readonly JointSettings s_plain = JointSettings.Default;

    public static TheoryData<string, JointSettings, bool> Ways => new()
    {
        { "all shared", s_plain, true },
        { "as many convolutions shared as there are", s_plain with { SharedConvolutions = 2 }, true },
        { "weights given", s_plain with { LossWeights = new(LossWeighting.Given, [new(new("volume"), 2)]) }, true },
        { "branches", s_plain with { SharedConvolutions = 1 }, false },
        { "weights learnt", s_plain with { LossWeights = LossWeights.Uncertainty }, false },
        { "soft sharing", s_plain with { Sharing = SharingKind.Soft }, false },
        { "adapters", s_plain with { Sharing = SharingKind.Adapters }, false },
        { "conflicts projected", s_plain with { ProjectsConflicts = true }, false },
        { "disentangled", s_plain with { Disentangle = 0.1 }, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Of_several_targets_those_of_the_default(string way, JointSettings joint, bool isTrained)
    {
        using var device = new CudaDevice("cuda:0", "", () => "none", () => throw new InvalidOperationException());
        var single = SmallTraining.Task(OptimizerKind.Sgd, feature: true);
        single = single with { Training = single.Training with { Joint = joint } };
        device.Trains(single with { Joined = [single.Features[0]], Features = [] }).ShouldBe(isTrained, way);
        // Of one target nothing is shared, whatever the experiment says of several.
        device.Trains(single).ShouldBeTrue();
        device.Trains(single with { Target = single.Features[0], Features = [] }).ShouldBeTrue();
        device.Trains(single with { Training = single.Training with { Loss = LossKind.Gaussian } }).ShouldBeTrue();
    }
}
