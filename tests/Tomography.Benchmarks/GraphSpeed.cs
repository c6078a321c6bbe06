using System.Diagnostics;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Testing;

namespace Tomography.Benchmarks;

/// <summary>CIF text to folded structure graph on one core, against pymatgen.</summary>
internal static class GraphSpeed
{
    // What pymatgen took per crystal where the yardstick was made; printed beside the number measured here.
    private const double StatedPymatgenMilliseconds = 10;

    public static void Print()
    {
        Console.WriteLine();
        if (SharedData.Folder is null)
        {
            Console.WriteLine("graphs: skipped, needs the shared data folder");
            return;
        }

        var texts = Directory.EnumerateFiles(SharedData.PathOf("cgcnn-folder-300"), "*.cif").Select(File.ReadAllText).ToArray();
        var best = double.PositiveInfinity;
        for (var pass = 0; pass < 20; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var text in texts) GraphFolding.Fold(StructureGraph.Build(CifReader.Read(text).Structures[0].Crystal, new()));
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds / texts.Length);
        }

        Console.WriteLine($"CIF text to folded structure graph, {texts.Length} crystals, one core");
        Console.WriteLine($"  this program                     {best,8:N3} ms per crystal");
        if (PyTorch.Absence() is { } absence)
        {
            Console.WriteLine(
                $"  pymatgen: not measured, {absence}; {StatedPymatgenMilliseconds} ms elsewhere: {StatedPymatgenMilliseconds / best:N0} x"
            );
            return;
        }

        var pymatgen = 1000 * PyTorch.Measure("structure", 1, 1, 1, SharedData.PathOf("cgcnn-folder-300")).GraphSeconds;
        Console.WriteLine($"  pymatgen, as the script does it  {pymatgen,8:N3} ms per crystal");
        Console.WriteLine($"  ratio                            {pymatgen / best,8:N0} x");
    }
}
