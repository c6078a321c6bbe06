namespace Tomography.Workflows.Tests;

/// <summary>
/// Keys of one job, stated: results in stores that users keep are found by them. A change here must be meant, and come with a raised
/// <see cref="JobFingerprints.NumericsVersion"/> where numbers change. All keys changed once with the parts: what a cohort shares comes first,
/// <c>feature</c> became <c>features</c>.
/// </summary>
public sealed class StatedFingerprint
{
    private readonly Plan _plan = Plans.Of(Plans.Small);

    [Fact]
    public void The_parts_of_a_fingerprint_are_as_stated() =>
        string.Join('\n', new JobFingerprints(_plan).Of(_plan.Jobs[1]).Parts.Select(p => $"{p.Name} = {p.Value}")).ShouldMatchApproved(o => o.SubFolder("../Approved"));

    [Fact]
    public void The_key_of_a_fingerprint_is_as_stated() => _plan.Jobs[1].Key.Value.ShouldBe("5625f9b9fcb61ee70721a50d5d77a356f203f6b7ed89f3290d21d01e83ab9f40");

    [Theory]
    [InlineData("training: { optimizer: adam, epochs: 50 }", "e589123310e7273ad7a33c9cdbae6cd81bd7f98033c1781935237b90b21396c7")]
    [InlineData("training: { momentum: 0.5, epochs: 120, milestones: [119, 60, 130] }\nsplit: { by: formula }", "2fdc66e91c13975d69ee44bd445897e095383ce64dcc24828f5f0019fef7a382")]
    [InlineData("graph: { neighbours: 8 }\ntraining: { milestones: [], normalize: training }", "f4ab82d0abf8220cd2729fdc1035a47e9507efbef686dfdef66ad377d2f04644")]
    public void The_key_of_a_composition_baseline_with_other_settings_is_as_stated(string settings, string key) =>
        Plans.Of($"{Plans.Small}\nrepresentations: composition\n{settings}").Jobs[0].Key.Value.ShouldBe(key);
}
