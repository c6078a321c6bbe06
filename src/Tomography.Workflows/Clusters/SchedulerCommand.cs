using System.ComponentModel;
using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>Runs commands of the scheduler, none longer than a time.</summary>
internal static class SchedulerCommand
{
    /// <summary>Runs a command.</summary>
    /// <param name="program">The program, looked for on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="patience">How long it may take.</param>
    public static CommandAnswer Run(string program, IEnumerable<string> arguments, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            // What it started may hold its output open beyond its own end.
            if (process.WaitForExit(patience) && Task.WaitAll([output, error], patience))
                return process.ExitCode == 0 ? new(output.Result, null) : new("", Said(program, error.Result, process.ExitCode));
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            return new("", $"{program} did not answer within {patience.TotalSeconds:0} s", IsSlow: true);
        }
        catch (Win32Exception e)
        {
            return new("", $"{program} cannot be run: {e.Message}");
        }
    }

    private static string Said(string program, string error, int code) =>
        error.Trim() is { Length: > 0 } said ? $"{program}: {YamlReading.Shown(said, 300)}" : $"{program} ended with exit code {code}";
}
