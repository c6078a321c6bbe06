using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tomography.Reports;

/// <summary>
/// Writes <c>variants.csv</c>: per variant, representation and target the baseline error, and per feature or set of them the change (RFC
/// 4180; LF; UTF-8).
/// </summary>
public static class VariantsCsv
{
    private static readonly string[] Measured =
    [
        "representation", "target", "features", "seeds", "materials", "baseline_mae", "paired_change_percent", "paired_lower_percent",
        "paired_upper_percent", "change_percent", "significant", "verdict",
    ];

    /// <summary>
    /// Writes the table. Columns: the variant's id, one per swept setting, then what was measured; features are joined by <c>+</c>, and
    /// empty for a baseline.
    /// </summary>
    public static string Write(ImmutableArray<VariantSummary> variants)
    {
        var settings = variants.SelectMany(v => v.Swept.Select(s => s.Name)).Distinct(StringComparer.Ordinal).ToArray();
        var text = new StringBuilder();
        Row(text, ["variant", .. settings, .. Measured]);
        foreach (var variant in variants)
        {
            string[] head = [variant.Id, .. settings.Select(name => variant.Swept.FirstOrDefault(s => s.Name == name)?.Value ?? "")];
            foreach (var baseline in variant.Analysis.Baselines.Concat(variant.Analysis.ReducedBaselines))
                Row(text,
                [
                    .. head, baseline.Representation.Name, baseline.Target.Name.Value, "", Number(baseline.Seeds),
                    Number(baseline.Materials), Number(baseline.TestMae?.Mean), "", "", "", "", "", "",
                ]);
            foreach (var table in variant.Analysis.Importance)
                foreach (var cell in table.Cells)
                {
                    var (paired, pooled) = (cell.Paired.Percent, cell.Pooled.Percent);
                    Row(text,
                    [
                        .. head, table.Representation.Name, cell.Target.Value, cell.Features.ToString(), Number(cell.PairedSeeds),
                        Number(cell.Materials), "", Number(paired?.Change), Number(paired?.Lower), Number(paired?.Upper),
                        Number(pooled?.Change), pooled is { } p ? (p.IsSignificant ? "true" : "false") : "",
                        variant.Analysis.Verdict(table.Representation, cell.Features, cell.Target)?.Kind.Word() ?? "",
                    ]);
                }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string[] fields) => text.AppendJoin(',', fields.Select(ResultsCsv.Quoted)).Append('\n');

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
