using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

/// <summary>The open edges of docs/lattice.md: numbers that a study of 1,000 materials and five seeds might have.</summary>
internal static class SteeringExample
{
    /// <summary>The share of the edges that would be claims.</summary>
    public const double Claimed = 0.3;

    private static readonly HandmadeVerdict s_edge = new(Density, Volume, -0.09) { Training = 0.0015, Sampling = 0.0005 };

    /// <summary>Their verdicts.</summary>
    public static EdgeVerdict[] Verdicts =>
    [
        .. new[]
        {
            s_edge with { Seeds = 3, Change = -0.15 },
            s_edge with { Seeds = 3, Change = -0.12 },
            s_edge,
            s_edge with { Change = -0.01 },
            Untrusted(VerdictReason.NotConverged),
            Untrusted(VerdictReason.BaselineLearntNothing),
            Untrusted(VerdictReason.Data),
        }.Select(edge => edge.Verdict),
    ];

    private static HandmadeVerdict Untrusted(VerdictReason reason) => s_edge with { Kind = VerdictKind.Untrusted, Reason = reason };
}
