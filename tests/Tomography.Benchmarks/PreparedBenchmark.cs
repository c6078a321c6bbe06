using System.Diagnostics;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Benchmarks;

/// <summary>A prepared dataset in a file, and a process that trains on it.</summary>
internal static class PreparedBenchmark
{
    /// <summary>Writes the packed graphs of a CSV.</summary>
    public static void Write(string path, string representation, string csv)
    {
        var dataset = DatasetReader.ReadCsv(csv).Dataset!;
        using var stream = File.Create(path);
        PackedGraphsFile.Write(
            stream,
            TrainingProcess.Graphs(dataset, representation == "structure" ? Representation.Structure : Representation.Composition));
    }

    /// <summary>Opens them, trains two epochs on a target of no meaning, and prints the measurements.</summary>
    public static void Train(string path)
    {
        var start = Stopwatch.GetTimestamp();
        var graphs = PackedGraphsFile.Map(path);
        var open = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var target = new PropertyColumn(
            new(new("any"), "", PropertyKind.Number, [], [], ""),
            [.. Enumerable.Range(0, graphs.Count).Select(i => (double)(i % 7))]);
        Console.WriteLine(JsonSerializer.Serialize(new PreparedMeasurement(open, TrainingProcess.Measure(graphs, target, 2, 256))));
    }
}
