using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary>Reads <c>TomographyWorkers</c>.</summary>
internal static class WorkerCount
{
    /// <summary>The number; one per core where nothing is given, null (and an error) where it is none.</summary>
    public static int? Parse(string text, Action<string, string> report)
    {
        if (text.Length == 0) return Environment.ProcessorCount;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var workers);
        if (isNumber && workers is >= 1 and <= 1024) return workers;
        report(
            DiagnosticCodes.OutOfRange,
            $"TomographyWorkers must be from 1 to 1024, not '{text}'; leave it out for one worker per core.");
        return null;
    }
}
