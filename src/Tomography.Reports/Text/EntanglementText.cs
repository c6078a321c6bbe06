using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The entanglement lattice in words.</summary>
internal static class EntanglementText
{
    /// <summary>The state of an edge as one lower case word.</summary>
    public static string Word(this EdgeState state) => state switch
    {
        EdgeState.Significant => "significant",
        EdgeState.Harmful => "harmful",
        EdgeState.Inconclusive => "inconclusive",
        EdgeState.Spurious => "spurious",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of an edge."),
    };

    /// <summary>The regime as one lower case word.</summary>
    public static string Word(this Regime regime) => regime switch
    {
        Regime.Sparse => "sparse",
        Regime.Structured => "structured",
        Regime.Dense => "dense",
        Regime.Asymmetric => "asymmetric",
        Regime.Dynamic => "dynamic",
        Regime.Pathological => "pathological",
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "Not a regime."),
    };

    /// <summary>Whether a regime can be named: a score that hardly leads, or leads at a low level, names none.</summary>
    public static bool IsClear(this RegimeAssessment regime) => regime.Margin >= 0.1 && regime.Scores[regime.Primary] >= 0.4;

    /// <summary>The runner-up; "none" where no other regime has a score.</summary>
    public static string RunnerUpWord(this RegimeAssessment regime) => regime.Scores[regime.RunnerUp] > 0 ? regime.RunnerUp.Word() : "none";

    /// <summary>What was found at a place of the checklist.</summary>
    public static string Words(this ChecklistStatus status) => status switch
    {
        ChecklistStatus.Pass => "pass",
        ChecklistStatus.Attention => "attention",
        ChecklistStatus.NotMeasured => "not measured",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    /// <summary>What a lattice covers: a representation, or the whole.</summary>
    public static string Scope(this EntanglementLattice lattice) =>
        lattice.Representation is { } representation ? representation.Name : "whole";

    /// <summary>The letter of a community: A, B, ... Z, AA, ... by its place from 0.</summary>
    public static string CommunityLetter(int place) =>
        place < 26 ? ((char)('A' + place)).ToString() : CommunityLetter(place / 26 - 1) + CommunityLetter(place % 26);

    /// <summary>The changes of an edge, such as <c>−40.0 % (−50.0 % to −30.0 %)</c>.</summary>
    public static string Changes(Edge edge) =>
        $"{NumberText.Signed(100 * edge.Change)} % ({NumberText.Signed(100 * edge.Lower)} % to {NumberText.Signed(100 * edge.Upper)} %)";

    /// <summary>An edge as one full sentence.</summary>
    public static string Sentence(Edge edge) =>
        $"{edge.Feature} \u2192 {edge.Target}: {Changes(edge)} by {edge.Seeds.Length} {(edge.Seeds.Length == 1 ? "seed" : "seeds")}, "
            + $"{edge.State.Word()}.";
}
