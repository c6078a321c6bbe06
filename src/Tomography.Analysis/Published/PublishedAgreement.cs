using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>How far a study agrees with a published table by one rule.</summary>
/// <param name="Representation">The representation; null for all together.</param>
/// <param name="Rule">The rule of the study.</param>
/// <param name="Counts">The cells of which the study says yes or no.</param>
/// <param name="Silent">The other cells: not there, undecided or untrusted.</param>
/// <param name="SilentThere">Those of them with a yes in the published table.</param>
public sealed record PublishedAgreement(
    Representation? Representation, FindingRule Rule, AgreementCounts Counts, int Silent, int SilentThere)
{
    /// <summary>The lower end of the 95 % interval of kappa, see <see cref="PublishedAnalyzer"/>; null where there is none.</summary>
    public double? KappaLow { get; init; }

    /// <summary>The upper end; null where there is none.</summary>
    public double? KappaHigh { get; init; }
}
