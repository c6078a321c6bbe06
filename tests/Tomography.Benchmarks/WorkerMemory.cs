using Tomography.Testing;

namespace Tomography.Benchmarks;

/// <summary>Peak memory of a process that trains on the large dataset, prepared beforehand as workers get it.</summary>
internal static class WorkerMemory
{
    public static void Print()
    {
        Console.WriteLine();
        if (SharedData.Folder is null)
        {
            Console.WriteLine("memory: skipped, needs the shared data folder");
            return;
        }

        var prepared = Path.Combine(Path.GetTempPath(), $"tomography-benchmark-{Environment.ProcessId}");
        try
        {
            foreach (var representation in (ReadOnlySpan<string>)["structure", "composition"])
            {
                PreparedBenchmark.Write(prepared, representation, SharedData.PathOf("materials-project-36k.csv.gz"));
                var line = ChildProcess.Run(1, Environment.ProcessPath!, ["train-prepared", prepared]);
                var measured = System.Text.Json.JsonSerializer.Deserialize<PreparedMeasurement>(line[0])!;
                Console.WriteLine(
                    $"training on the 36k, {representation, -12} peak {measured.Training.PeakMegabytes:N0} MB per worker; dataset there "
                        + $"after {measured.OpenMilliseconds:N0} ms; {measured.Training.Rate:N0} crystals/s");
            }
        }
        finally
        {
            File.Delete(prepared);
        }
    }
}
