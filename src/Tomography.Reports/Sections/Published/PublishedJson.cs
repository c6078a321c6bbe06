using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>A study beside a published table in <c>analysis.json</c>.</summary>
internal static class PublishedJson
{
    public static object Of(PublishedComparison comparison) => new
    {
        comparison.Table.Source,
        Agreements = comparison.Agreements.Select(a => new
        {
            Rule = a.Rule.ToString().ToLowerInvariant(),
            Representation = a.Representation?.Name,
            a.Counts.Cells,
            a.Counts.Both,
            a.Counts.OnlyThere,
            a.Counts.OnlyHere,
            a.Counts.Neither,
            a.Counts.Share,
            a.Counts.ByChance,
            a.Counts.Kappa,
            a.KappaLow,
            a.KappaHigh,
            a.Silent,
            a.SilentThere,
        }),
        Counts = comparison.Counts.Select(c => new { Feature = c.Feature.Value, Published = c.There, c.Pooled, c.Verdict }),
        Cells = comparison.Cells.Select(c => new
        {
            Representation = c.Representation.Name,
            Feature = c.Feature.Value,
            Target = c.Target.Value,
            Published = c.There,
            Pooled = c.Here(FindingRule.Pooled),
            Paired = c.Here(FindingRule.Paired),
            Verdict = c.Verdict?.Kind.Word(),
        }),
        Spreads = comparison.Spreads.Select(s => new
        {
            Property = s.There.Property.Value,
            PublishedMean = s.There.Mean,
            PublishedDeviation = s.There.Deviation,
            s.Mean,
            s.Deviation,
        }),
    };
}
