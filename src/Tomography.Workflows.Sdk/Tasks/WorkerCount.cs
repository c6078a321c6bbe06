using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary>Reads <c>TomographyWorkers</c>.</summary>
internal static class WorkerCount
{
    /// <summary>Reads the number.</summary>
    /// <returns>Whether it is one, or left out; and the number, null where it is left out.</returns>
    public static (bool IsValid, int? Workers) Read(string text, Action<string, string> report)
    {
        if (text.Length == 0) return (true, null);
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var workers);
        if (isNumber && workers is >= 1 and <= 1024) return (true, workers);
        report(
            DiagnosticCodes.OutOfRange,
            $"TomographyWorkers must be from 1 to 1024, not '{text}'; leave it out for one worker per core.");
        return (false, null);
    }
}
