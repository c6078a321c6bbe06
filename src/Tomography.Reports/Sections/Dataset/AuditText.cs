using System.Globalization;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>An audit in words, for page and terminal.</summary>
internal static class AuditText
{
    /// <summary>A number of a property with as many decimals as its largest value deserves.</summary>
    public static string Value(double value, ValueRange range)
    {
        if (range.IsWhole && double.IsInteger(value) && Math.Abs(value) < 1e7) return NumberText.Plain(value, 0);
        var most = Math.Max(Math.Abs(range.Min), Math.Abs(range.Max));
        return NumberText.WithMinus(most is > 0 and < 1e-3 or >= 1e7
            ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
            : NumberText.Plain(value, Math.Min(3, NumberText.Decimals(most))));
    }

    /// <summary>The commonest value of a property, and its share.</summary>
    public static string Commonest(PropertyAudit property)
    {
        if (property.Commonest.Length == 0) return "";
        if (property.CommonestCount == 1) return "none stands twice";
        var isNumber = double.TryParse(property.Commonest, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        var value = property.Range is { } range && isNumber ? Value(number, range) : property.Commonest;
        return $"{value} ({Percent(property.CommonestShare)})";
    }

    /// <summary>A share in percent with one decimal.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>An offset with its sign, in decimals that the size of offsets asks for.</summary>
    public static string Offset(double? offset, double? size) => offset is not { } value
        ? ""
        : (value > 0 ? "+" : "") + NumberText.Plain(value, Math.Min(6, NumberText.Decimals(size is > 0 and { } s ? s : value)));

    /// <summary>What was left out, by kind: <c>8 unreadable crystal, 40 limit</c>.</summary>
    public static string Excluded(DatasetAudit audit) =>
        string.Join(", ", audit.Excluded.Select(e => $"{NumberText.Count(e.Count)} {Kind(e.Name)}"));

    /// <summary>A kind of what is left out, in words.</summary>
    public static string Kind(string word) => word switch
    {
        DatasetRemark.Limit => "beyond the limit",
        DatasetRemark.Where => "not asked for",
        _ => word.Replace('-', ' '),
    };

    /// <summary>What a split is called: its seed, and how the dataset is parted where there are several ways.</summary>
    public static string Split(LeakageAudit split) =>
        string.Create(CultureInfo.InvariantCulture, $"seed {split.Seed}") + (split.Split.Length == 0 ? "" : $", {split.Split}");

    /// <summary>Materials that share their formula, in a sentence without its end.</summary>
    public static string Polymorphs(FormulaAudit formulas) => formulas.Largest is not { } largest
        ? "none: each formula stands once"
        : $"{NumberText.Count(formulas.Polymorphs)} materials share "
            + $"{NumberText.Count(formulas.Formulas - formulas.UniqueFormulas)} formulas; most have "
            + $"{largest.Name.Replace(" ", "", StringComparison.Ordinal)} ({NumberText.Count(largest.Count)})";

    /// <summary>Crystals that stand in the dataset several times, in a sentence without its end; empty where that is not known.</summary>
    public static string Duplicates(DatasetAudit audit) => audit.Cells is not { Duplicates: { } count } cells ? ""
        : count == 0 ? "none"
        : $"{NumberText.Count(count)} materials, like {string.Join(" = ", cells.FirstDuplicates[0].Take(4))}";
}
