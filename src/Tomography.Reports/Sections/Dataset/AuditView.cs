using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>What <c>partials/audit</c> shows of a dataset.</summary>
internal static class AuditView
{
    private const int MostSplits = 30;

    /// <summary>The values; null where a dataset was not audited.</summary>
    public static object? Of(DatasetAudit? audit) => audit is null ? null : new
    {
        polymorphs = AuditText.Polymorphs(audit.Formulas),
        duplicates = AuditText.Duplicates(audit),
        excluded = AuditText.Excluded(audit),
        findings = audit.Findings,
        properties = audit.Properties.Select(Row).ToArray(),
        elements = audit.Elements.IsEmpty ? null : new { figure = PeriodicTableFigure.Of(audit), list = Listed(audit) },
        systems = audit.CrystalSystems.IsEmpty ? null : CrystalSystemsFigure.Of(audit),
        sites = audit.Cells is not { Sites.IsEmpty: false } cells ? null : SitesFigure.Of(cells),
        splits = audit.Leakage.IsEmpty ? null : Splits(audit),
        sources = audit.Sources.Length > 1 || !audit.Pairs.IsEmpty ? SourceView.Of(audit) : null,
    };

    private static object Row(PropertyAudit property) => new
    {
        name = property.Property.Name.Value,
        unit = property.Property.Unit,
        values = NumberText.Count(property.Values),
        missing = NumberText.Count(property.Missing),
        zeros = property.Zeros is { } zeros ? NumberText.Count(zeros) : "",
        distinct = property.Distinct is { } distinct ? NumberText.Count(distinct) : "",
        range = property.Range is not { } range ? null : new
        {
            min = AuditText.Value(range.Min, range),
            median = AuditText.Value(range.Median, range),
            mean = AuditText.Value(range.Mean, range),
            max = AuditText.Value(range.Max, range),
        },
        commonest = AuditText.Commonest(property),
    };

    private static object[] Listed(DatasetAudit audit) =>
    [
        .. audit.Elements.OrderByDescending(e => e.Materials).ThenBy(e => e.AtomicNumber).Select(e => new
        {
            symbol = ElementTable.SymbolOf(e.AtomicNumber),
            name = ElementTable.ByNumber(e.AtomicNumber)?.Name ?? "",
            materials = NumberText.Count(e.Materials),
            share = AuditText.Percent((double)e.Materials / audit.Materials),
        }),
    ];

    private static object Splits(DatasetAudit audit) => new
    {
        rows = audit.Leakage.Take(MostSplits).Select(s => new
        {
            name = AuditText.Split(s),
            train = NumberText.Count(s.Train),
            validation = NumberText.Count(s.Validation),
            test = NumberText.Count(s.Test),
            shared = NumberText.Count(s.Shared),
            share = AuditText.Percent(s.Share),
        }).ToArray(),
        more = audit.Leakage.Length > MostSplits ? NumberText.Count(audit.Leakage.Length - MostSplits) : "",
    };
}
