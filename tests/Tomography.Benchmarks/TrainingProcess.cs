using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Benchmarks;

/// <summary>One job in a process of its own, as a worker runs it; prints its measurements as one line of JSON.</summary>
internal static class TrainingProcess
{
    private const int BatchSize = 256;

    /// <summary>Trains formation-energy-per-atom with the sizes of [T] and prints the median epoch.</summary>
    public static void Run(string representation, int epochs, string file)
    {
        var dataset = DatasetReader.ReadCsv(file).Dataset ?? throw new InvalidDataException($"'{file}' cannot be read.");
        var graphs = Graphs(dataset, representation == "structure" ? Representation.Structure : Representation.Composition);
        var target = dataset.Column(new("formation-energy-per-atom"))!;
        var measured = Measure(graphs, target, epochs, BatchSize);
        Console.WriteLine(JsonSerializer.Serialize(measured));
    }

    /// <summary>Folded graphs, packed.</summary>
    public static PackedGraphs Graphs(Dataset dataset, Representation representation)
    {
        var graphs = new CrystalGraph[dataset.Materials.Length];
        Parallel.For(0, graphs.Length, i => graphs[i] = representation == Representation.Structure
            ? GraphFolding.Fold(StructureGraph.Build(dataset.Materials[i].Crystal, new()))
            : CompositionGraph.BuildFolded(dataset.Materials[i].Crystal));
        return GraphPacker.Pack(graphs, dataset.ElementFeatures, GaussianBasis.Of(new()));
    }

    /// <summary>Trains and takes the median epoch; validation is not part of it, as in the PyTorch script.</summary>
    public static TrainingMeasurement Measure(PackedGraphs graphs, PropertyColumn target, int epochs, int batchSize)
    {
        var all = Enumerable.Range(0, graphs.Count).ToArray();
        var split = Split.ByShares(graphs.Count, null, SplitShares.Default, 1);
        var normalization = Normalization.Of(target.Values, all);
        var inputs = new NetworkInputs(
            graphs,
            FeatureVectors.None,
            [.. target.Values.Select(v => (float)normalization.Apply(v))],
            new(),
            TrainingSettings.Default);
        using var network = CpuDevice.Network(inputs, InitialWeights.Draw(inputs.CreateLayout(), 1));
        var clock = new StageClock();
        network.Clock = clock;
        var order = split.Train.ToArray();
        var seconds = new double[epochs];
        var shuffle = new Generator(1, GeneratorPurpose.Shuffle);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            shuffle.Shuffle(order);
            var start = Stopwatch.GetTimestamp();
            for (var k = 0; k < order.Length; k += batchSize) network.Train(order.AsSpan(k, Math.Min(batchSize, order.Length - k)), 0.01);
            seconds[epoch] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        var median = seconds[epochs / 2];
        var stages = Enum.GetValues<NetworkStage>().ToDictionary(s => s.ToString(), clock.Seconds);
        return new(order.Length, median, OperationCount.PerCrystal(graphs, order, inputs.CreateLayout()), stages, PeakMemoryMegabytes());
    }

    private static double PeakMemoryMegabytes()
    {
        foreach (var line in File.Exists("/proc/self/status") ? File.ReadAllLines("/proc/self/status") : [])
            if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                return double.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) / 1024;
        return 0;
    }
}
