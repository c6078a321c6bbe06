using System.Diagnostics;
using System.Text.Json;
using Tomography.Testing;

namespace Tomography.Benchmarks;

/// <summary>The yardstick: an eager PyTorch CGCNN, where it and PyTorch are there.</summary>
internal static class PyTorch
{
    private static string Script => Path.GetFullPath(Path.Combine(SharedData.Folder!, "..", "reference", "run.sh"));

    /// <summary>Why the yardstick cannot run; null where it can.</summary>
    public static string? Absence()
    {
        if (!File.Exists(Script))
            return "the script is not beside the project";
        using var probe = Process.Start(
            new ProcessStartInfo("/usr/bin/env", ["/usr/bin/python3", "-c", "import torch, pymatgen"])
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        probe.StandardError.ReadToEnd();
        probe.WaitForExit();
        return probe.ExitCode == 0 ? null : "python3-torch and python3-pymatgen are not installed";
    }

    /// <summary>Crystals per second over all processes, and seconds that pymatgen takes per crystal in one process.</summary>
    public static (double Rate, double GraphSeconds) Measure(string representation, int processes, int threads, int epochs, string file)
    {
        var lines = ChildProcess.Run(
            processes,
            "bash",
            [
                Script,
                "cgcnn_torch.py",
                file,
                "--target",
                "formation_energy_per_atom",
                "--representation",
                representation,
                "--epochs",
                $"{epochs}",
                "--threads",
                $"{threads}",
            ]);
        double rate = 0,
            graphs = 0;
        foreach (var line in lines)
        {
            var root = JsonDocument.Parse(line).RootElement;
            rate += root.GetProperty("train").GetDouble() / root.GetProperty("epoch_seconds").GetDouble();
            graphs += root.GetProperty("graph_seconds").GetDouble() / root.GetProperty("materials").GetDouble() / processes;
        }

        return (rate, graphs);
    }
}
