using System.Collections.Immutable;
using System.Diagnostics;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;
using Tomography.Testing;

namespace Tomography.Benchmarks;

/// <summary>What a model of several targets costs, as a multiple of one of a single target, measured in turns on one core.</summary>
internal static class JointSpeed
{
    private const int BatchSize = 256;

    private static readonly ImmutableArray<PropertyName> s_targets =
        [new("formation-energy-per-atom"), new("band-gap"), new("density"), new("volume"), new("total-magnetization")];

    public static void Print()
    {
        Console.WriteLine();
        if (SharedData.Folder is null)
        {
            Console.WriteLine("joint: skipped, needs the shared data folder");
            return;
        }

        var file = SharedData.PathOf("materials-project-2k.csv");
        var dataset = DatasetReader.ReadCsv(file).Dataset ?? throw new InvalidDataException($"'{file}' cannot be read.");
        Console.WriteLine(
            $"Models of several targets, {Path.GetFileName(file)}, batch {BatchSize}, sizes of [T], one core: seconds as a multiple of "
                + $"a model of one target, gradients measured every {JointMeasures.Interval} steps");
        foreach (var (representation, rounds, perTarget) in new[]
            { (Representation.Structure, 11, 0.05), (Representation.Composition, 41, 0.1) })
            Print(dataset, representation, rounds, perTarget);
    }

    private static void Print(Dataset dataset, Representation representation, int rounds, double perTarget)
    {
        var graphs = TrainingProcess.Graphs(dataset, representation);
        var train = Split.ByShares(graphs.Count, null, SplitShares.Default, 1).Train.ToArray();
        (string Name, int Tasks, JointSettings Settings)[] kinds =
        [
            ("1 target", 1, JointSettings.Default),
            .. new[] { 2, 3, 5 }.Select(k => ($"{k} targets, hard", k, JointSettings.Default)),
            ("2 targets, branches of 1", 2, JointSettings.Default with { SharedConvolutions = 2 }),
            ("2 targets, soft", 2, JointSettings.Default with { Sharing = SharingKind.Soft }),
            ("2 targets, adapters", 2, JointSettings.Default with { Sharing = SharingKind.Adapters }),
            ("2 targets, project", 2, JointSettings.Default with { ProjectsConflicts = true }),
        ];
        var networks = kinds.Select(k => Network(dataset, graphs, k.Tasks, k.Settings)).ToArray();
        var seconds = kinds.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < rounds; round++)
            for (var i = 0; i < networks.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                // As many steps as lie between two measurements.
                for (var step = 0; step < JointMeasures.Interval; step++)
                    networks[i].Train(train.AsSpan(step % (train.Length / BatchSize) * BatchSize, BatchSize), 0.01);
                if (round >= 0) seconds[i].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

        foreach (var (kind, i) in kinds.Select((k, i) => (k, i)).Skip(1))
        {
            // Turn by turn, so that what else the machine does meets both alike.
            var ratio = seconds[i].Zip(seconds[0], (joint, single) => joint / single).Order().ElementAt(rounds / 2);
            var most = kind.Settings == JointSettings.Default ? $"  (at most {1.1 + perTarget * kind.Tasks:0.00})" : "";
            Console.WriteLine($"  {representation,-12} {kind.Name,-26} {ratio:0.00} x{most}");
        }

        foreach (var network in networks) network.Dispose();
    }

    private static ICpuNetwork Network(Dataset dataset, PackedGraphs graphs, int tasks, JointSettings settings)
    {
        var inputs = Inputs(dataset, graphs, tasks, settings);
        // With soft sharing each target has a network.
        ImmutableArray<ParameterLayout> layouts = settings.Sharing != SharingKind.Soft ? [inputs.CreateLayout()]
            : [.. inputs.Joint!.Tasks.Select(t => (inputs with { Joint = inputs.Joint with { Tasks = [t] } }).CreateLayout())];
        return CpuDevice.Network(inputs, InitialWeights.Draw(layouts, 1));
    }

    /// <summary>What a model of so many targets is made for.</summary>
    public static NetworkInputs Inputs(Dataset dataset, PackedGraphs graphs, int tasks, JointSettings settings)
    {
        var columns = s_targets.Take(tasks).Select(t => dataset.Column(t)!).ToArray();
        return new NetworkInputs(graphs, FeatureVectors.None, Learnt(columns[0]), new(), TrainingSettings.Default)
        {
            Joint = tasks == 1 ? null
                : new([.. columns.Select(c => new TaskTargets(c.Property.Name.Value, HeadKind.Number, Learnt(c), 1))], settings),
        };

        float[] Learnt(PropertyColumn column)
        {
            int[] there = [.. Enumerable.Range(0, graphs.Count).Where(column.Has)];
            var normalization = Normalization.Of(column.Values, there);
            return [.. column.Values.Select(v => (float)normalization.Apply(v))];
        }
    }
}
