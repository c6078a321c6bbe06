using System.Globalization;
using System.Text.RegularExpressions;

namespace Tomography.Reports;

/// <summary>Numbers the captions of a page. A template marks a caption as <c>&lt;figcaption data-number="figure"&gt;</c> or <c>"table"</c>;
/// figures and tables are counted by themselves, from 1, in the order of the page, so that sections and templates may stand in any
/// order.</summary>
internal static partial class Captions
{
    /// <summary>The page with a number at the beginning of every marked caption.</summary>
    /// <param name="html">The page. Texts in it are escaped, so that only templates can mark captions.</param>
    public static string Number(string html)
    {
        var (figures, tables) = (0, 0);
        return Marked().Replace(html, match =>
        {
            var label = match.Groups["kind"].Value == "figure" ? $"Figure {Text(++figures)}" : $"Table {Text(++tables)}";
            return $"<figcaption{match.Groups["before"].Value}{match.Groups["after"].Value}><b>{label}.</b> ";
        });
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """<figcaption(?<before>[^<>]*?)\s+data-number="(?<kind>figure|table)"(?<after>[^<>]*)>\s*""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Marked();
}
