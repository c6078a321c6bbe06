using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Which source covers which share of a dataset, and how far sources agree.</summary>
internal static class SourceView
{
    public static object Of(DatasetAudit audit) => new
    {
        values = NumberText.Count(audit.Sources.Sum(s => s.Values)),
        rows = audit.Sources.Select(s => new
        {
            name = s.Name,
            properties = string.Join(", ", s.Properties),
            materials = NumberText.Count(s.Materials),
            share = AuditText.Percent((double)s.Materials / audit.Materials),
            valueShare = AuditText.Percent((double)s.Values / Math.Max(1, audit.Sources.Sum(each => each.Values))),
            overlaps = string.Join("; ", audit.Overlaps.Where(o => o.First == s.Name || o.Second == s.Name)
                .Select(o => $"{(o.First == s.Name ? o.Second : o.First)}: {NumberText.Count(o.Materials)}")),
        }).ToArray(),
        pairs = audit.Pairs.IsEmpty ? null : audit.Pairs.Select(p => new
        {
            property = p.Property.Value,
            other = p.Other.Value,
            unit = audit.Properties.FirstOrDefault(each => each.Property.Name == p.Property)?.Property.Unit ?? "",
            common = NumberText.Count(p.Common),
            mean = AuditText.Offset(p.MeanOffset, p.MeanAbsolute),
            median = AuditText.Offset(p.MedianOffset, p.MeanAbsolute),
            absolute = AuditText.Offset(p.MeanAbsolute, p.MeanAbsolute).TrimStart('+'),
            correlation = p.Correlation is { } r ? NumberText.Plain(r, 3) : "",
        }).ToArray(),
    };
}
