using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>An audit in lines that are read at a glance.</summary>
internal static class AuditLines
{
    private const int MostElements = 8, MostSplits = 6;

    public static ImmutableArray<string> Of(DatasetAudit audit, DatasetSummary dataset, string experiment)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"Audit: {experiment}: {NumberText.Count(dataset.Materials)} materials, "
            + $"{NumberText.Count(audit.Formulas.Formulas)} formulas ({dataset.Name}{(dataset.IsSynthetic ? "; synthetic" : "")}).");
        // Wide enough for what stands on most lines; a longer name pushes its own line alone.
        var width = Math.Max("crystal systems".Length, audit.Properties.Max(p => Named(p).Length));
        foreach (var property in audit.Properties) lines.Add($"  {Named(property).PadRight(width)}  {Numbers(property)}");
        Add("same formula", AuditText.Polymorphs(audit.Formulas));
        Add("same crystal", AuditText.Duplicates(audit));
        Add("elements", Elements(audit));
        Add("crystal systems", string.Join(", ", audit.CrystalSystems.Select(s => $"{s.Name} {NumberText.Count(s.Count)}")));
        if (audit.Cells is { } cells)
            Add("sites per cell", $"{cells.Sites[0].Sites} to {cells.Sites[^1].Sites}, the middle cell has {cells.MedianSites}");
        foreach (var finding in audit.Findings) Add("odd values", finding);
        Add("left out", AuditText.Excluded(audit) is { Length: > 0 } some ? $"{some}; see excluded.csv" : "nothing");
        foreach (var split in audit.Leakage.Take(MostSplits))
            Add(
                AuditText.Split(split),
                $"{NumberText.Count(split.Shared)} of {NumberText.Count(split.Test)} test materials ({AuditText.Percent(split.Share)}) "
                    + "share their formula with a training material");
        if (audit.Leakage.Length > MostSplits) lines.Add($"  and {audit.Leakage.Length - MostSplits} more splits, in audit.json");
        if (audit.Sources.Length > 1) foreach (var source in audit.Sources) Add($"source {source.Name}", Covered(source, audit));
        foreach (var pair in audit.Pairs) Add($"{pair.Property} and {pair.Other}", Agreement(pair, audit));
        return lines.ToImmutable();

        void Add(string what, string text)
        {
            if (text.Length > 0) lines.Add($"  {what.PadRight(width)}  {text}");
        }
    }

    private static string Named(PropertyAudit property) =>
        property.Property.Unit.Length == 0 ? property.Property.Name.Value : $"{property.Property.Name} ({property.Property.Unit})";

    private static string Numbers(PropertyAudit property)
    {
        var where = property.Range is { } range
            ? $"{AuditText.Value(range.Min, range)} to {AuditText.Value(range.Max, range)}, median "
                + $"{AuditText.Value(range.Median, range)}, mean {AuditText.Value(range.Mean, range)}"
            : property.Distinct is { } classes ? $"{NumberText.Count(classes)} classes" : "vectors";
        var zeros = property.Zeros is > 0 and { } some ? $", {NumberText.Count(some)} zero" : "";
        var missing = property.Missing == 0 ? "" : $", {NumberText.Count(property.Missing)} missing";
        if (property.Distinct is null) return $"{where}{missing}";
        return property.Values == 0 ? "no value" : $"{where}{zeros}{missing}, "
            + (property.CommonestCount <= 1 ? "all different" : $"commonest {AuditText.Commonest(property)}");
    }

    private static string Elements(DatasetAudit audit)
    {
        var most = audit.Elements.OrderByDescending(e => e.Materials).ThenBy(e => e.AtomicNumber).Take(MostElements);
        return $"{audit.Elements.Length}, most often "
            + string.Join(", ", most.Select(e => $"{ElementTable.SymbolOf(e.AtomicNumber)} {NumberText.Count(e.Materials)}"));
    }

    private static string Covered(SourceAudit source, DatasetAudit audit)
    {
        var overlaps = audit.Overlaps.Where(o => o.First == source.Name || o.Second == source.Name)
            .Select(o => $"{NumberText.Count(o.Materials)} with {(o.First == source.Name ? o.Second : o.First)}");
        return $"{NumberText.Count(source.Materials)} materials ({AuditText.Percent((double)source.Materials / audit.Materials)}), "
            + $"{string.Join(", ", overlaps)}: {string.Join(", ", source.Properties)}";
    }

    private static string Agreement(PairAudit pair, DatasetAudit audit)
    {
        if (pair.Common == 0) return "no material has both";
        var unit = audit.Properties.First(p => p.Property.Name == pair.Property).Property.Unit;
        return $"{NumberText.Count(pair.Common)} materials have both, offset {AuditText.Offset(pair.MeanOffset, pair.MeanAbsolute)} {unit} "
            + $"(median {AuditText.Offset(pair.MedianOffset, pair.MeanAbsolute)}), mean absolute "
            + $"{AuditText.Offset(pair.MeanAbsolute, pair.MeanAbsolute).TrimStart('+')}"
            + (pair.Correlation is { } r ? $", correlation {NumberText.Plain(r, 3)}" : "");
    }
}
