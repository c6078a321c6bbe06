using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A feature and a target that both a published table and the study have in a representation.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Target">The target.</param>
/// <param name="There">Whether the feature was found significant in the published table.</param>
/// <param name="Importance">What the study measured.</param>
/// <param name="Verdict">What it concludes; null where there is no verdict.</param>
public sealed record PublishedCell(
    Representation Representation, PropertyName Feature, PropertyName Target, bool There, ImportanceCell Importance, EdgeVerdict? Verdict)
{
    /// <summary>Whether the study finds by a rule that the feature counts; null where it says neither.</summary>
    public bool? Here(FindingRule rule) => rule switch
    {
        FindingRule.Pooled => Importance.Pooled.Percent is null ? null : Importance.Pooled.IsSignificant,
        FindingRule.Paired => Importance.Paired.Percent is null ? null : Importance.Paired.IsSignificant,
        _ => Verdict?.Kind switch
        {
            VerdictKind.Informs => true,
            VerdictKind.Nothing or VerdictKind.Harms => false,
            _ => null,
        },
    };
}
