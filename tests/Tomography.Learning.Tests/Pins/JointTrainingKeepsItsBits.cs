using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Tests.Pins;

/// <summary>
/// Pins what training of several targets leaves, as <see cref="TrainingKeepsItsBits"/> does of one. Where bits change on purpose, raise the
/// numerics version and store the new hashes with
/// <c>TOMOGRAPHY_PIN=1 dotnet test tests/Tomography.Learning.Tests --filter KeepsItsBits</c>.
/// </summary>
public class JointTrainingKeepsItsBits
{
    private static readonly PinnedHashes s_pins = new("tests", "Tomography.Learning.Tests", "Pins", "joint.txt");
    private static readonly PhantomCrystals s_crystals = new(90, Representation.Structure, folded: true, seed: 21);

    private static readonly Dictionary<string, JointSettings> s_cases = new(StringComparer.Ordinal)
    {
        ["hard"] = JointSettings.Default,
        ["branches, learnt weights"] = JointSettings.Default with { SharedConvolutions = 1, LossWeights = LossWeights.Uncertainty },
        ["branches before the first convolution"] = JointSettings.Default with { SharedConvolutions = 0 },
        ["soft"] = JointSettings.Default with { Sharing = SharingKind.Soft, Tie = 0.1 },
        ["adapters, conflicts projected"] = JointSettings.Default with
        {
            Sharing = SharingKind.Adapters, Rank = 5, ProjectsConflicts = true,
        },
        ["disentangled"] = JointSettings.Default with { Disentangle = 0.5 },
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void With_eight_lanes(string name) => Check<Lanes8>(name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void With_sixteen_lanes(string name) => Check<Lanes16>(name);

    [Fact]
    public void In_these_cases_and_no_others() => s_pins.ShouldHold(s_cases.Keys);

    private static void Check<T>(string name)
        where T : struct, ILanes<T>
    {
        var training = TrainingSettings.Default with
        {
            Epochs = 5, BatchSize = 25, Optimizer = OptimizerKind.Adam, LearningRate = 0.002, Joint = s_cases[name],
        };
        var sites = s_crystals.Sites;
        var task = new TrainingTask(s_crystals.Packed, s_crystals.Energy, [], s_crystals.Split(), new(2, 20, 37, 2), training, 123)
        {
            Joined = [s_crystals.Hubbard, sites with { Values = [.. sites.Values.Select((v, i) => i % 3 == 0 ? double.NaN : v)] }],
        };
        var outcome = Trainer.Run(new LaneDevice<T>(), task, new TrainingOptions(), CancellationToken.None);
        outcome.Targets.ShouldContain(t => t.BestEpoch > 1);
        var (weights, predictions, measures) = (new NumberHash(), new NumberHash(), new NumberHash());
        foreach (var target in outcome.Targets)
        {
            weights.Add(target.Best.Parameters).Add(target.Best.Running);
            predictions.Add(target.TestPredictions.ToArray());
        }

        foreach (var relation in outcome.Joint!.Relations) measures.Add([relation.Cosine, relation.ConflictShare, relation.Affinity]);
        s_pins.Check(name, typeof(T).Name, ("weights", weights), ("predictions", predictions), ("measures", measures));
    }
}
