using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The entanglement lattice in words.</summary>
internal static class EntanglementText
{
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

    /// <summary>A regime that may be none, as one or two lower case words.</summary>
    public static string Word(this Regime? regime) => regime?.Word() ?? "no clear one";

    /// <summary>
    /// How often repetitions of the study show the likeliest regimes: <c>dense in 93 % of the repetitions, sparse in 5 %</c>.
    /// </summary>
    /// <param name="regime">What can be said of the regime.</param>
    /// <param name="most">How many regimes to name.</param>
    public static string Shares(this RegimeFinding regime, int most) => regime.Shares.IsEmpty
        ? "without repetitions of the study"
        : string.Join(", ", regime.Shares.Take(most).Select((share, place) =>
            $"{share.Regime.Word()} in {VerdictText.Percents(share.Share)} %{(place == 0 ? " of the repetitions" : "")}"));

    /// <summary>Why there is no regime to speak of; null where there are enough edges for one.</summary>
    public static string? TooFew(this RegimeFinding regime) => regime.Assessment is not null
        ? null
        : $"{NumberText.Count(regime.Claims)} of {NumberText.Count(regime.Judged)} judged edges "
            + $"{(regime.Claims == 1 ? "informs or harms" : "inform or harm")}, fewer than {RegimeFinding.FewestClaims}";

    /// <summary>What was found at a place of the checklist.</summary>
    public static string Words(this ChecklistStatus status) => status switch
    {
        ChecklistStatus.Pass => "pass",
        ChecklistStatus.Attention => "attention",
        ChecklistStatus.NotMeasured => "not measured",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    /// <summary>What a lattice covers: a representation.</summary>
    public static string Scope(this EntanglementLattice lattice) => lattice.Representation.Name;

    /// <summary>The letter of a community: A, B, ... Z, AA, ... by its place from 0.</summary>
    public static string CommunityLetter(int place) =>
        place < 26 ? ((char)('A' + place)).ToString() : CommunityLetter(place / 26 - 1) + CommunityLetter(place % 26);

    /// <summary>The change of an edge with its interval, where it has one: <c>−40.0 % (−42.4 to −37.6)</c>.</summary>
    public static string Change(Edge edge) => edge.Verdict.Effect is { } effect
        ? VerdictText.Change(effect)
        : $"{NumberText.Signed(100 * edge.Change)} %";

    /// <summary>An edge as one full sentence.</summary>
    public static string Sentence(Edge edge) =>
        $"{edge.Feature} \u2192 {edge.Target}: {Change(edge)} by {edge.Seeds.Length} {(edge.Seeds.Length == 1 ? "seed" : "seeds")}, "
            + $"{edge.Verdict.Words()}.";
}
