namespace Tomography.Store.Tests;

/// <summary>A key stands for one list of parts.</summary>
public sealed class Fingerprints
{
    [Fact]
    public void Parts_that_read_alike_when_joined_have_different_keys() =>
        new Fingerprint([new("a", "b"), new("c", "d")]).Key().ShouldNotBe(new Fingerprint([new("a", "b\n1:c=1:d")]).Key());

    [Fact]
    public void The_order_of_parts_matters() =>
        new Fingerprint([new("a", "b"), new("c", "d")]).Key().ShouldNotBe(new Fingerprint([new("c", "d"), new("a", "b")]).Key());
}
