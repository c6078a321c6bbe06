using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What was found of an edge: all that its verdict is decided by.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Feature">The feature, or the set of them.</param>
/// <param name="Target">The target.</param>
/// <param name="Obstacle">What keeps it from being judged, whatever its effect; none where nothing does.</param>
/// <param name="Effect">The effect against the baseline; there wherever there is no obstacle.</param>
internal sealed record EdgeFindings(
    Representation Representation, PropertySet Feature, PropertyName Target, VerdictReason Obstacle, Effect? Effect)
{
    /// <summary>What evidence shows.</summary>
    /// <param name="edge">What is known of the edge.</param>
    /// <param name="settings">When a verdict is given.</param>
    public static EdgeFindings Of(EdgeEvidence edge, VerdictSettings settings) =>
        new(edge.Representation, edge.Feature, edge.Target, VerdictRule.Obstacle(edge, settings), edge.Effect)
        {
            Control = edge.Control,
            AgainstControl = edge.AgainstControl,
            ControlEffect = edge.ControlEffect,
            LeastZ = edge.Parts?.LeastZ ?? 0,
            MostZ = edge.Parts?.MostZ ?? 0,
            SeedsPlanned = edge.Errors.Planned,
            SeedsMeasured = edge.Errors.Measured,
            Looks = edge.Looks,
            Outlook = edge.Outlook,
        };

    /// <summary>
    /// From how many labels its models learn; null for all. Models that learn from another number share no baseline with these.
    /// </summary>
    public int? Labels { get; init; }

    /// <summary>The control of the feature's width; null where there is none.</summary>
    public PropertySet? Control { get; init; }

    /// <summary>The effect against the control.</summary>
    public Effect? AgainstControl { get; init; }

    /// <summary>The effect of the control itself against the baseline.</summary>
    public Effect? ControlEffect { get; init; }

    /// <summary>The most negative change of a seed, in standard errors by its own crystals.</summary>
    public double LeastZ { get; init; }

    /// <summary>The most positive change of a seed, in standard errors by its own crystals.</summary>
    public double MostZ { get; init; }

    /// <summary>How many seeds are asked for.</summary>
    public int SeedsPlanned { get; init; }

    /// <summary>How many of them are there.</summary>
    public int SeedsMeasured { get; init; }

    /// <summary>How often it was looked at, see <see cref="LookCorrection"/>; at least 1.</summary>
    public int Looks { get; init; } = 1;

    /// <summary>What it would take to decide it; null where it is not known.</summary>
    public EdgeOutlook? Outlook { get; init; }

    /// <summary>
    /// The chance of what was seen where the feature adds nothing: against the baseline and against the control, whichever is larger, since
    /// a claim needs both; corrected for the looks. Null without an effect.
    /// </summary>
    public double? PValue =>
        Effect is null ? null : LookCorrection.Of(Math.Max(Effect.PValue, AgainstControl?.PValue ?? 0), Looks);
}
