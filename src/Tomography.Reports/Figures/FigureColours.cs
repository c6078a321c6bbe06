using System.Text.RegularExpressions;

namespace Tomography.Reports;

/// <summary>
/// The colours of figures that are not those of a scale. Each is a variable of the page's style sheet, so that a dark page can give it
/// another value, with the light value beside it, which holds where there is no style sheet.
/// </summary>
internal static partial class FigureColours
{
    /// <summary>Texts and marks.</summary>
    public const string Ink = "var(--ink, #1c1e21)";

    /// <summary>Texts that matter less.</summary>
    public const string Soft = "var(--soft, #5c6168)";

    /// <summary>Grids, and outlines of what has a fill.</summary>
    public const string Line = "var(--line, #c9ced4)";

    /// <summary>What has no value.</summary>
    public const string Faint = "var(--faint, #eceef0)";

    /// <summary>The background of the page.</summary>
    public const string Paper = "var(--paper, #ffffff)";

    /// <summary>What informs, and first of two series; the blue of the heatmaps.</summary>
    public const string Informs = "var(--informs, #2166ac)";

    /// <summary>What harms; the red of the heatmaps.</summary>
    public const string Harms = "var(--harms, #b2182b)";

    /// <summary>What is not to be trusted, and second of two series: the orange of [P], Figure 1.</summary>
    public const string Untrusted = "var(--untrusted, #c45a00)";

    /// <summary>Bars.</summary>
    public const string Bar = "var(--bar, #92c5de)";

    /// <summary>A drawing with the light values in place of the variables, for programs without style sheets.</summary>
    public static string Light(string svg) => Variable().Replace(svg, "${light}");

    [GeneratedRegex(@"var\(--[a-z-]+, (?<light>#[0-9a-f]{6})\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variable();
}
