using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How steps of a front are drawn by what the lattice says of them, and what it is called.</summary>
internal static class TrustStyle
{
    /// <summary>All of them, in the order of legends.</summary>
    public static IReadOnlyList<StepTrust> All { get; } = Enum.GetValues<StepTrust>();

    /// <summary>The colour.</summary>
    public static string Colour(StepTrust trust) => trust switch
    {
        StepTrust.Coherent => FigureColours.Informs,
        StepTrust.Untrusted => FigureColours.Untrusted,
        _ => FigureColours.Soft,
    };

    /// <summary>The dashes, or how faint it is; none for a solid line.</summary>
    public static (string Name, object Value)[] Dashes(StepTrust trust) => trust switch
    {
        StepTrust.Apart => [("stroke-dasharray", "6 3")],
        StepTrust.Undecided => [("stroke-dasharray", "2 3")],
        StepTrust.Unmeasured => [("stroke-opacity", "0.45")],
        _ => [],
    };

    /// <summary>In words.</summary>
    public static string Word(StepTrust trust) => trust switch
    {
        StepTrust.Coherent => "trusted edges",
        StepTrust.Apart => "no dependence",
        StepTrust.Undecided => "undecided edges",
        StepTrust.Untrusted => "untrusted edges",
        _ => "no edge involved",
    };
}
