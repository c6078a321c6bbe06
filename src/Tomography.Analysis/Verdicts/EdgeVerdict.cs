using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What a study concludes of one edge, feature to target, in one representation, and what it rests on.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Feature">The feature, or the set of them.</param>
/// <param name="Target">The target.</param>
/// <param name="Kind">The verdict.</param>
/// <param name="Reason">Why it is not to be trusted or cannot be given; none otherwise.</param>
/// <param name="Effect">The effect against the baseline; null where there is none to estimate.</param>
/// <param name="Control">The control that the feature was held against; null where there is none of its kind.</param>
/// <param name="AgainstControl">The effect against that control; null where there is none.</param>
/// <param name="Q">
/// Corrected for all edges of the report that can be claimed: the expected share of false claims among those at least as clear, from 0 to
/// 1; null for an edge that cannot.
/// </param>
public sealed record EdgeVerdict(
    Representation Representation, PropertySet Feature, PropertyName Target, VerdictKind Kind, VerdictReason Reason, Effect? Effect,
    PropertySet? Control, Effect? AgainstControl, double? Q)
{
    /// <summary>How many seeds are asked for.</summary>
    public int SeedsPlanned { get; init; }

    /// <summary>How many of them are there; fewer than planned where models are not trained yet, or failed.</summary>
    public int SeedsMeasured { get; init; }

    /// <summary>From how many labels its models learn, of an edge from a source; null for all.</summary>
    public int? Labels { get; init; }

    /// <summary>
    /// How often it was looked at: once as planned, and once more for each round of steering that gave it seeds. By the square of that a
    /// claim must be less likely by chance.
    /// </summary>
    public int Looks { get; init; } = 1;

    /// <summary>
    /// The smallest change, a fraction, that such an edge shows four times out of five against the baseline and, where there is one,
    /// against the control; before the correction for the number of edges. Null where there is no effect.
    /// </summary>
    public double? SmallestFound => Effect is null ? null : Math.Max(Effect.SmallestFound, AgainstControl?.SmallestFound ?? 0);

    /// <summary>What it would take to decide it; null where it is not known.</summary>
    internal EdgeOutlook? Outlook { get; init; }

    /// <summary>Whether it is a claim: that the feature informs or harms.</summary>
    public bool IsClaim => Kind is VerdictKind.Informs or VerdictKind.Harms;

    /// <summary>
    /// Whether the effect itself is unsound: the feature harms, or its effect is not to be trusted because a control informs or because
    /// seeds, or mean and crystals, contradict each other.
    /// </summary>
    public bool IsPathological => Kind == VerdictKind.Harms
        || Reason is VerdictReason.ControlInforms or VerdictReason.SeedsContradict or VerdictReason.MeanAndShareContradict;

    /// <summary>
    /// Whether the edge was measured well enough to be judged: it is not where there are too few seeds or no predictions, nor where data,
    /// training or baseline are unsound.
    /// </summary>
    public bool IsJudged => Reason == VerdictReason.None || IsPathological;

    /// <summary>Whether it was measured, and what it rests on is unsound: the data, the test crystals, the training or the
    /// baseline.</summary>
    public bool IsUnsound => Kind == VerdictKind.Untrusted && !IsPathological;
}
