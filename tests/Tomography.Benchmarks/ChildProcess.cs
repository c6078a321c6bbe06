using System.Diagnostics;
using System.Text.Json;

namespace Tomography.Benchmarks;

/// <summary>Runs programs and reads the JSON line that they print.</summary>
internal static class ChildProcess
{
    /// <summary>Runs this program several times at once.</summary>
    public static TrainingMeasurement[] Train(int count, string representation, int epochs, string file) =>
        [
            .. Run(count, Environment.ProcessPath!, ["train", representation, $"{epochs}", file])
                .Select(line => JsonSerializer.Deserialize<TrainingMeasurement>(line)!),
        ];

    /// <summary>Runs a program several times at once; gives the last line of each.</summary>
    public static string[] Run(int count, string program, string[] arguments)
    {
        var processes = Enumerable
            .Range(0, count)
            .Select(_ =>
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!)
            .ToArray();
        var outputs = processes.Select(p => p.StandardOutput.ReadToEndAsync()).ToArray();
        var lines = new string[count];
        for (var i = 0; i < count; i++)
        {
            lines[i] = outputs[i].GetAwaiter().GetResult().TrimEnd().Split('\n')[^1];
            processes[i].WaitForExit();
            if (processes[i].ExitCode != 0)
                throw new InvalidOperationException(
                    $"{program} {string.Join(' ', arguments)} ended with exit code {processes[i].ExitCode}.");
            processes[i].Dispose();
        }

        return lines;
    }
}
