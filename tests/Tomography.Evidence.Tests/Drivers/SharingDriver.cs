using Tomography.Analysis;

namespace Tomography.Evidence.Tests;

/// <summary>A way to share a model, and the regime that [P] (Table 1) says that it drives a lattice into.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Settings">The entries of <c>training.joint</c>.</param>
/// <param name="Claimed">The regime; null where nothing is shared, of which [P] says nothing.</param>
public sealed record SharingDriver(string Name, string Settings, Regime? Claimed)
{
    /// <summary>A trunk per target and no tie: joint in name alone.</summary>
    public static SharingDriver Nothing { get; } = new("nothing shared", "sharing: soft, tie: 0", null);

    /// <summary>From what shares least to what shares all.</summary>
    public static IReadOnlyList<SharingDriver> All { get; } =
    [
        new("independent heads", "sharing: hard, shared-convolutions: 0", Regime.Sparse),
        new("soft sharing", "sharing: soft, tie: 0.01", Regime.Structured),
        new("hard sharing", "sharing: hard", Regime.Dense),
    ];
}
