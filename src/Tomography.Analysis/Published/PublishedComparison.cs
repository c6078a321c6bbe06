using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>A study beside a published table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">What both have, by representation, target and feature.</param>
/// <param name="Agreements">How far they agree: per rule each representation, then all together.</param>
/// <param name="Counts">The features counted over the last column, most often published first; empty unless both have both
/// representations.</param>
/// <param name="Spreads">The properties over both datasets.</param>
public sealed record PublishedComparison(
    PublishedTable Table, ImmutableArray<PublishedCell> Cells, ImmutableArray<PublishedAgreement> Agreements,
    ImmutableArray<PublishedCount> Counts, ImmutableArray<SpreadComparison> Spreads)
{
    /// <summary>
    /// Cells on which a verdict contradicts the table: <em>informs</em> where nothing was found, or <em>nothing</em> or <em>harms</em>
    /// where something was.
    /// </summary>
    public IEnumerable<PublishedCell> Contradicted => Cells.Where(c => c.Here(FindingRule.Verdict) is { } here && here != c.There);
}
