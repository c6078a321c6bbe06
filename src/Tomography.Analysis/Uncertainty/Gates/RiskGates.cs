using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// What a prediction has to pass before it is acted upon ([P], Table 2): the applicability domain, a widest interval, and edges that are
/// trusted.
/// </summary>
/// <param name="settings">The widest intervals.</param>
/// <param name="verdicts">The verdicts of the study; edges without any are not held against a target.</param>
public sealed class RiskGates(UncertaintySettings settings, ImmutableArray<EdgeVerdict> verdicts)
{
    /// <summary>The verdicts on learning targets together, which gates of joint models look at; none where nothing is.</summary>
    public ImmutableArray<EdgeVerdict> Transfers { get; init; } = [];

    /// <summary>Which gates stop a prediction of a model of one target.</summary>
    /// <param name="representation">What the models see.</param>
    /// <param name="target">The target.</param>
    /// <param name="distance">Distance to the training crystals in multiples of the domain's; null where it is not known.</param>
    /// <param name="interval">The interval; null where there is none.</param>
    public StoppedBy Of(Representation representation, PropertyName target, double? distance, PredictionInterval? interval) =>
        Of(target, distance, interval, HasTrustedEdge(representation, target));

    /// <summary>Which gates stop a prediction.</summary>
    /// <param name="target">The target.</param>
    /// <param name="distance">Distance to the training crystals in multiples of the domain's; null where it is not known.</param>
    /// <param name="interval">The interval; null where there is none.</param>
    /// <param name="isTrusted">Whether the edges into the target are, see <see cref="IsTrusted"/>.</param>
    public StoppedBy Of(PropertyName target, double? distance, PredictionInterval? interval, bool isTrusted)
    {
        var stopped = StoppedBy.None;
        if (!(distance <= 1)) stopped |= StoppedBy.Domain;
        if (MostOf(target) is { } most && !(interval?.Width <= most)) stopped |= StoppedBy.Width;
        if (!isTrusted) stopped |= StoppedBy.Edges;
        return stopped;
    }

    /// <summary>The widest interval that passes, in the target's unit; null for any.</summary>
    public double? MostOf(PropertyName target)
    {
        foreach (var width in settings.Widths)
            if (width.Target == target)
                return width.Most;
        return null;
    }

    /// <summary>
    /// Whether an edge into a target is trusted. Where all that were measured are not, mostly because the models of the target have learnt
    /// nothing or their training was too short, its predictions are not to be trusted either.
    /// </summary>
    public bool HasTrustedEdge(Representation representation, PropertyName target)
    {
        var measured = verdicts.Where(v => v.Representation == representation && v.Target == target && IsMeasured(v)).ToArray();
        return measured.Length == 0 || measured.Any(v => v.Kind != VerdictKind.Untrusted);
    }

    /// <summary>
    /// Whether what models predict of one of their targets may be trusted by the edges into it. Of a model of several targets the edge is
    /// that of learning the others along: one that harms or is not to be trusted stops it.
    /// </summary>
    /// <param name="representation">What the models see.</param>
    /// <param name="target">The target.</param>
    /// <param name="learnt">All that the models learn.</param>
    public bool IsTrusted(Representation representation, PropertyName target, PropertySet learnt)
    {
        if (learnt.Single is not null) return HasTrustedEdge(representation, target);
        var partners = new PropertySet(learnt.Where(name => name != target));
        var edge = Transfers.FirstOrDefault(v => v.Representation == representation && v.Target == target && v.Feature == partners);
        return edge is null || !IsMeasured(edge) || edge.Kind is not (VerdictKind.Harms or VerdictKind.Untrusted);
    }

    /// <summary>Whether an edge passes: it is decided, trusted, and does not harm.</summary>
    public static bool Passes(EdgeVerdict edge) => edge.Kind is VerdictKind.Informs or VerdictKind.Nothing;

    private static bool IsMeasured(EdgeVerdict edge) =>
        edge.Reason is not (VerdictReason.FewSeeds or VerdictReason.NoPredictions or VerdictReason.NoControl);
}
