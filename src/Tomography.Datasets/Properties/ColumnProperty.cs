using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What the name of a column says of the property that it holds.</summary>
public static partial class ColumnProperty
{
    /// <summary>
    /// A numeric property for a column that nobody declared, named by the column in lower case words joined by hyphens
    /// (<c>bulkModulus_VRH</c> becomes <c>bulk-modulus-vrh</c>). What stands in brackets at the end (<c>K_VRH (GPa)</c>) is also its unit,
    /// unless the unit is known by the name.
    /// Null where that leaves no valid name.
    /// </summary>
    public static Property? Of(string column)
    {
        var name = Words(column);
        return PropertyName.IsValid(name)
            ? new(
                new(name), UnitOf(column), PropertyKind.Number, [], [column],
                $"Column {column} of the dataset.")
            : null;
    }

    // What stands in brackets behind the name of a function is its argument.
    private static string UnitOf(string column) =>
        KnownUnits.Of(column)
        ?? (FunctionForm().IsMatch(column) ? "" : UnitForm().Match(column).Groups["unit"].Value.Trim());

    private static string Words(string column)
    {
        var name = new StringBuilder();
        for (var i = 0; i < column.Length; i++)
        {
            var c = column[i];
            if (!char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                if (name.Length > 0 && name[^1] != '-') name.Append('-');
                continue;
            }

            // A capital starts a word, but not in units like eV.
            if (char.IsUpper(c) && i > 1 && char.IsLower(column[i - 1]) && char.IsLower(column[i - 2])) name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString().Trim('-');
    }

    [GeneratedRegex(@"^\s*(log10|log2|log|lg|ln|exp|sqrt|abs)\s*\(", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FunctionForm();

    [GeneratedRegex(@"\S\s*[\(\[（](?<unit>[^()\[\]（）]{1,40})[\)\]）]\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitForm();
}
