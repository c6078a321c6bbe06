using System.Globalization;
using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Reads <c>TomographyWorkers</c>.</summary>
internal static class WorkerCount
{
    /// <summary>The number; one per core where nothing is given, null (and an error) where it is none.</summary>
    public static int? Parse(string text, TaskLoggingHelper log)
    {
        if (text.Length == 0) return Environment.ProcessorCount;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var workers) && workers is >= 1 and <= 1024) return workers;
        log.LogError(null, DiagnosticCodes.OutOfRange, null, null, 0, 0, 0, 0, "TomographyWorkers must be from 1 to 1024, not '{0}'; leave it out for one worker per core.", text);
        return null;
    }
}
