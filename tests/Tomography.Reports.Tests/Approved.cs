using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly.Configuration;

namespace Tomography.Reports.Tests;

/// <summary>Where approved outputs lie: in the folder <c>Approved</c> beside the test, named by test class and test.</summary>
internal static partial class Approved
{
    /// <summary>Approved output with a file extension.</summary>
    public static Action<ShouldMatchConfigurationBuilder> As(string extension) => configuration =>
        configuration.SubFolder("Approved").WithFileExtension(extension).NoDiff();

    /// <summary>
    /// The text with long numbers cut to nine significant digits: logarithms and the like may differ in the last ones between machines.
    /// </summary>
    public static string Rounded(string text) =>
        LongNumber()
            .Replace(text, match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString("G9", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"-?\d+\.\d{7,}(E-?\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LongNumber();
}
