using System.ComponentModel;
using System.Diagnostics;

namespace Tomography.Workflows.Worker;

/// <summary>Asks Slurm to put a task back into its queue.</summary>
internal static class Scontrol
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Puts a task back. Where that works, Slurm ends this process soon.</summary>
    /// <param name="task">The task, as Slurm's commands call it.</param>
    /// <returns>Why it did not work; null where it did.</returns>
    public static string? Requeue(string task)
    {
        try
        {
            var start = new ProcessStartInfo("scontrol", ["requeue", task]) { UseShellExecute = false, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEndAsync();
            if (process.WaitForExit(Patience)) return process.ExitCode == 0 ? null : $"scontrol requeue: {said.Result.Trim()}";
            process.Kill();
            return $"scontrol requeue did not answer within {Patience.TotalSeconds} s";
        }
        catch (Win32Exception e)
        {
            return $"scontrol cannot be run: {e.Message}";
        }
    }
}
