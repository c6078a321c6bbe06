using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Verdicts in <c>analysis.json</c>.</summary>
internal static class VerdictJson
{
    /// <summary>A verdict with what it rests on; changes are fractions.</summary>
    public static object Of(EdgeVerdict verdict) => new
    {
        Representation = verdict.Representation.Name,
        Feature = verdict.Feature.Names(),
        Target = verdict.Target.Value,
        Verdict = verdict.Kind.Word(),
        Reason = verdict.Reason.Word(),
        Change = verdict.Effect?.Change,
        Low = verdict.Effect?.Low,
        High = verdict.Effect?.High,
        verdict.Q,
        Seeds = verdict.Effect?.Seeds,
        verdict.SeedsPlanned,
        verdict.Looks,
        Crystals = verdict.Effect?.Crystals,
        ImprovedShare = verdict.Effect?.Improved,
        SmallestFound = verdict.SmallestFound,
        Control = verdict.Control?.Names(),
        AgainstControl = verdict.AgainstControl is { } effect ? new { effect.Change, effect.Low, effect.High } : null,
    };
}
