using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>An audit as JSON.</summary>
internal static class AuditJson
{
    public static object Of(DatasetAudit audit) => new
    {
        Properties = audit.Properties.Select(p => new
        {
            Name = p.Property.Name.Value,
            p.Property.Unit,
            p.Source,
            p.Values,
            p.Missing,
            p.Distinct,
            p.Zeros,
            p.Range?.Min,
            p.Range?.Median,
            p.Range?.Mean,
            p.Range?.Max,
            p.Commonest,
            p.CommonestCount,
        }),
        audit.Formulas,
        Elements = audit.Elements.Select(e => new { Element = ElementTable.SymbolOf(e.AtomicNumber), e.AtomicNumber, e.Materials }),
        audit.CrystalSystems,
        audit.Cells?.Sites,
        Duplicates = audit.Cells is { } cells ? new { Materials = cells.Duplicates, First = cells.FirstDuplicates } : null,
        audit.Excluded,
        audit.Findings,
        Splits = audit.Leakage.Select(l => new { l.Split, l.Seed, l.Train, l.Validation, l.Test, l.Shared, l.Share }),
        Sources = audit.Sources.Select(s => new { s.Name, Properties = s.Properties.Names(), s.Materials, s.Values }),
        audit.Overlaps,
        Pairs = audit.Pairs.Select(p => new
        {
            Property = p.Property.Value,
            Other = p.Other.Value,
            p.Common,
            p.MeanOffset,
            p.MedianOffset,
            p.MeanAbsolute,
            p.Correlation,
        }),
    };
}
