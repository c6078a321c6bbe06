using System.Diagnostics;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>A test that needs LibreOffice; skipped, visibly, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    private const string Program = "/usr/bin/soffice";

    public LibreOfficeFactAttribute()
    {
        if (!File.Exists(Program)) Skip = $"{Program} is not there (Debian: libreoffice-calc).";
    }

    /// <summary>Writes the first sheet as CSV beside the workbook.</summary>
    public static void ConvertToCsv(string workbook, string profile)
    {
        string[] arguments =
        [
            $"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "csv", "--outdir",
            Path.GetDirectoryName(workbook)!, workbook,
        ];
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }
}
