namespace Tomography.Workflows.Tests;

/// <summary>
/// Keys of one job, stated: results in stores that users keep are found by them. A change here must be meant, and come with a raised
/// <see cref="JobFingerprints.NumericsVersion"/> where numbers change. All keys changed once with the parts: what a cohort shares comes
/// first,
/// <c>feature</c> became <c>features</c>.
/// </summary>
public sealed class StatedFingerprint
{
    private readonly Plan _plan = Plans.Of(Plans.Small);

    [Fact]
    public void The_parts_of_a_fingerprint_are_as_stated() =>
        string.Join('\n', new JobFingerprints(_plan).Of(_plan.Jobs[1]).Parts.Select(p => $"{p.Name} = {p.Value}"))
            .ShouldMatchApproved(o => o.SubFolder("../Approved"));

    [Fact]
    public void The_key_of_a_fingerprint_is_as_stated() =>
        _plan.Jobs[1].Key.Value.ShouldBe("f03f998011f637fb71466415926c91cf9fe82719cef91b2ca3a48697ff4fc10d");

    [Theory]
    [InlineData("training: { optimizer: adam, epochs: 50 }", "459e165be1595b369484e2bc569ba8c8be4ba87117fce1473cec3de73ccd3e10")]
    [InlineData(
        "training: { momentum: 0.5, epochs: 120, milestones: [119, 60, 130] }\nsplit: { by: formula }",
        "e03763e5f438492adcdf7c412b7b0ba3eff84b6a42c6b05abe7068bd673516db"
    )]
    [InlineData(
        "graph: { neighbours: 8 }\ntraining: { milestones: [], normalize: training }",
        "6b1b90d84fdcb853b5c24a953bd370540882296e4ea4e144f0b6ae7087a77070"
    )]
    public void The_key_of_a_composition_baseline_with_other_settings_is_as_stated(string settings, string key) =>
        Plans.Of($"{Plans.Small}\nrepresentations: composition\n{settings}").Jobs[0].Key.Value.ShouldBe(key);
}
