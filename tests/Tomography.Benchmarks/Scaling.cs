using System.Diagnostics;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;
using Tomography.Phantom;

namespace Tomography.Benchmarks;

/// <summary>How the cost of training grows with materials, batch size, sites and bonds: linearly.</summary>
internal static class Scaling
{
    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine("Cost against the number of materials (phantoms, structure, one core; a flat last column is linear growth)");
        foreach (var count in (ReadOnlySpan<int>)[1_000, 3_000, 10_000, 30_000, 100_000])
        {
            var start = Stopwatch.GetTimestamp();
            var dataset = PhantomDataset.Create(count, 7);
            var graphs = TrainingProcess.Graphs(dataset, Representation.Structure);
            var made = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var measured = TrainingProcess.Measure(graphs, dataset.Columns[0], count > 20_000 ? 2 : 5, 256);
            Console.WriteLine(
                $"  {count, 8:N0} materials   made and folded {1e6 * made / count, 7:N0} us each   epoch {measured.EpochSeconds, 8:N3} s   "
                    + $"{1e6 * measured.EpochSeconds / measured.Crystals, 7:N1} us per crystal");
        }

        var phantom = PhantomDataset.Create(4_000, 7);
        Console.WriteLine("Cost against batch size (phantom of 4,000, structure)");
        var packed = TrainingProcess.Graphs(phantom, Representation.Structure);
        foreach (var batch in (ReadOnlySpan<int>)[8, 32, 128, 256, 512, 1024])
        {
            var measured = TrainingProcess.Measure(packed, phantom.Columns[0], 5, batch);
            Console.WriteLine($"  batch {batch,5}   {1e6 * measured.EpochSeconds / measured.Crystals,7:N1} us per crystal");
        }

        Console.WriteLine("Cost against sites and bonds (phantom of 4,000 by size of the cell, structure)");
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(1, 4), (5, 10), (11, 20), (21, 40), (41, 60)]) BySize(phantom, from, to);
    }

    private static void BySize(Dataset phantom, int from, int to)
    {
        int[] chosen =
        [
            .. Enumerable
                .Range(0, phantom.Materials.Length)
                .Where(i => phantom.Materials[i].Crystal.Sites.Length >= from && phantom.Materials[i].Crystal.Sites.Length <= to),
        ];
        if (chosen.Length < 100)
            return;
        var part = phantom.Take(chosen);
        var graphs = TrainingProcess.Graphs(part, Representation.Structure);
        var measured = TrainingProcess.Measure(graphs, part.Columns[0], 5, 256);
        double crystals = graphs.Count,
            sites = graphs.Multiplicity.ToArray().Sum(m => (double)m) / crystals,
            nodes = graphs.NodeStart.Span[^1] / crystals,
            bonds = graphs.BondStart.Span[^1] / crystals;
        var cost = 1e6 * measured.EpochSeconds / measured.Crystals;
        Console.WriteLine(
            $"  {from, 2}-{to, 2} sites   {sites, 5:N1} sites, {nodes, 5:N1} classes, {bonds, 5:N1} bonds per crystal   {cost, 7:N1} us "
                + $"per crystal   {cost / bonds, 5:N2} us per folded bond");
    }
}
