using System.Text.RegularExpressions;

namespace Tomography.Datasets;

/// <summary>
/// Numbers with a decimal comma, as spreadsheets write them where that is the custom. They are read where fields are parted by something
/// else, so that a comma can mean nothing else.
/// </summary>
/// <param name="delimiter">What parts fields.</param>
internal sealed partial class DecimalComma(char delimiter)
{
    /// <summary>What is told where one was read.</summary>
    public const string Note = "the comma in numbers was read as a decimal point, because fields are parted by something else";

    /// <summary>Whether one was read.</summary>
    public bool WasRead { get; private set; }

    /// <summary>A cell with a point in place of a decimal comma.</summary>
    public string Read(string cell)
    {
        if (delimiter == ',' || !cell.Contains(',', StringComparison.Ordinal) || !Form().IsMatch(cell)) return cell;
        WasRead = true;
        return cell.Replace(',', '.');
    }

    [GeneratedRegex(@"^\s*[+-]?\d+,\d+([eE][+-]?\d+)?\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
