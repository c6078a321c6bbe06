using System.Globalization;
using System.Text.RegularExpressions;

namespace Tomography.Workflows;

/// <summary>Times as Slurm writes them.</summary>
internal static partial class SlurmTime
{
    /// <summary>
    /// Reads <c>hours:minutes:seconds</c> or <c>days-hours:minutes:seconds</c>; null for anything else. Slurm takes shorter forms, of
    /// which <c>2:00</c> means two minutes: most who write it mean two hours.
    /// </summary>
    public static TimeSpan? Read(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        var (days, hours, minutes, seconds) = (Part("days"), Part("hours"), Part("minutes"), Part("seconds"));
        return minutes < 60 && seconds < 60 ? new TimeSpan(days, hours, minutes, seconds) : null;

        int Part(string name) =>
            match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Writes a time, whole seconds.</summary>
    public static string Show(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(time.Days > 0 ? $"{time.Days}-" : "")}{time.Hours:00}:{time.Minutes:00}:{time.Seconds:00}");

    [GeneratedRegex(
        @"^((?<days>\d{1,3})-)?(?<hours>\d{1,3}):(?<minutes>\d{2}):(?<seconds>\d{2})\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
