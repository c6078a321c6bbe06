using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What learning together does in <c>analysis.json</c>; changes are fractions.</summary>
internal static class TransferJson
{
    /// <summary>A pair seen three ways.</summary>
    public static object Of(TransferComparison pair) => new
    {
        Representation = pair.Representation.Name,
        From = pair.From.Value,
        To = pair.To.Value,
        Concord = pair.Concord.Word(),
        TransferVerdict = pair.Transfer.Kind.Word(),
        TransferChange = pair.Transfer.Effect?.Change,
        FeatureVerdict = pair.Feature?.Kind.Word(),
        FeatureChange = pair.Feature?.Effect?.Change,
        pair.Gradient?.Cosine,
        pair.Gradient?.ConflictShare,
        pair.Gradient?.Affinity,
    };

    /// <summary>What gradients did.</summary>
    public static object Of(GradientSummary gradient) => new
    {
        Representation = gradient.Representation.Name,
        Together = gradient.Together.Names(),
        From = gradient.From.Value,
        To = gradient.To.Value,
        gradient.Seeds,
        gradient.Cosine,
        gradient.ConflictShare,
        gradient.Affinity,
    };

    /// <summary>How far two rankings agree.</summary>
    public static object Of(TransferAgreement agreement) => new
    {
        Representation = agreement.Representation.Name,
        agreement.With,
        Correlation = agreement.Ranks?.Rho,
        agreement.Ranks?.Low,
        agreement.Ranks?.High,
        agreement.Pairs,
        agreement.Sources,
    };
}
