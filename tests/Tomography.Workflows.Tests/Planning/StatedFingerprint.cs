namespace Tomography.Workflows.Tests;

/// <summary>
/// Keys of one job, stated: results in stores that users keep are found by them. A change here must be meant, and come with a raised
/// <see cref="JobFingerprints.NumericsVersion"/> where numbers change.
/// </summary>
public sealed class StatedFingerprint
{
    private readonly Plan _plan = Plans.Of(Plans.Small);

    [Fact]
    public void The_parts_of_a_fingerprint_are_as_stated() =>
        string.Join('\n', new JobFingerprints(_plan).Of(_plan.Jobs[1]).Parts.Select(p => $"{p.Name} = {p.Value}")).ShouldMatchApproved(o => o.SubFolder("../Approved"));

    [Fact]
    public void The_key_of_a_fingerprint_is_as_stated() => _plan.Jobs[1].Key.Value.ShouldBe("268977e2df16ad5376b9b7192b8c97ae396d32ae6e7fee6f3fb558e2205178ea");

    [Theory]
    [InlineData("training: { optimizer: adam, epochs: 50 }", "976b974abb060f2db940e2c5cd7fc21baec9cdd2bc7a6df20caebda64ef766f2")]
    [InlineData("training: { momentum: 0.5, epochs: 120, milestones: [119, 60, 130] }\nsplit: { by: formula }", "7d3f46e99f8894002e7f6dc6abb855e4cbb410631641d62f6e1a2a62dc1e600b")]
    [InlineData("graph: { neighbours: 8 }\ntraining: { milestones: [], normalize: training }", "ba0a13b0944c074cb54ed844ec39be51d643fce235bb60aeb3b95521eeb092f0")]
    public void The_key_of_a_composition_baseline_with_other_settings_is_as_stated(string settings, string key) =>
        Plans.Of($"{Plans.Small}\nrepresentations: composition\n{settings}").Jobs[0].Key.Value.ShouldBe(key);

    [Fact]
    public void Parts_that_read_alike_when_joined_have_different_keys() =>
        new Fingerprint([new("a", "b"), new("c", "d")]).Key().ShouldNotBe(new Fingerprint([new("a", "b\n1:c=1:d")]).Key());
}
