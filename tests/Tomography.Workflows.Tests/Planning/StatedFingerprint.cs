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

    [Fact]
    public void Parts_that_read_alike_when_joined_have_different_keys() =>
        new Fingerprint([new("a", "b"), new("c", "d")]).Key().ShouldNotBe(new Fingerprint([new("a", "b\n1:c=1:d")]).Key());
}
