using System.Diagnostics;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Testing;

namespace Tomography.Benchmarks;

/// <summary>Reading the large dataset and building both of its graphs on all cores.</summary>
internal static class ReadingSpeed
{
    public static void Print()
    {
        Console.WriteLine();
        if (SharedData.Folder is null)
        {
            Console.WriteLine("reading: skipped, needs the shared data folder");
            return;
        }

        var start = Stopwatch.GetTimestamp();
        var dataset = DatasetReader.ReadCsv(SharedData.PathOf("materials-project-36k.csv.gz")).Dataset!;
        var read = Stopwatch.GetElapsedTime(start);
        foreach (var builder in GraphBuilder.Shipped) TrainingProcess.Graphs(dataset, builder.Representation);
        var total = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(
            $"materials-project-36k.csv.gz: {dataset.Materials.Length:N0} crystals read in {read.TotalSeconds:N1} s, with both folded "
                + $"graphs packed in {total.TotalSeconds:N1} s");
    }
}
