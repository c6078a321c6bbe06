using System.Globalization;

namespace Tomography.Workflows;

/// <summary>Reads bounds of a number: <c>above</c> and <c>below</c>, or <c>between</c>.</summary>
internal static class BoundsReader
{
    /// <summary>The bounds of a section, which belong to what is within; null where there is none.</summary>
    /// <param name="section">The section.</param>
    /// <param name="whose">What has the bounds, as a message begins: <c>A goal</c>.</param>
    public static (double? Low, double? High) Read(YamlSection section, string whose)
    {
        double? low = section.Has("above") ? Any(section, "above") : null;
        double? high = section.Has("below") ? Any(section, "below") : null;
        var last = section.Has("below") ? "below" : "above";
        if (section.Has("between"))
        {
            if (low is not null || high is not null)
                section.Error(
                    DiagnosticCodes.Conflict, "between", $"{whose} has either 'between', or 'above' and 'below'; 'between' says both.");
            last = "between";
            if (section.Node("between") is YamlValue.Sequence { Items: [YamlValue.Scalar from, YamlValue.Scalar to] }
                && YamlReading.Number(from.Text) is { } lowest && YamlReading.Number(to.Text) is { } highest)
                (low, high) = (lowest, highest);
            else
                section.Error(
                    DiagnosticCodes.WrongForm, "between",
                    $"'{section.PathOf("between")}' must be a list of two numbers, the lowest and the highest value, like [1.1, 1.6].");
        }

        if (low > high)
            section.Error(
                DiagnosticCodes.OutOfRange, last,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No value lies above {low:R} and below {high:R}; did you mean [{high:R}, {low:R}]?"));
        return (low, high);
    }

    private static double Any(YamlSection section, string key) => section.Number(key, 0, -1e30, 1e30);
}
