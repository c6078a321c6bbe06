using System.Collections.Immutable;
using System.Diagnostics;
using Tomography.Datasets;
using Tomography.Learning;
using Tomography.Learning.Cuda;

namespace Tomography.Benchmarks;

/// <summary>What models of several targets cost on a GPU, as a multiple of as many of one target, measured in turns.</summary>
internal static class GpuJointCost
{
    private const int BatchSize = 256;

    /// <summary>Measures and prints.</summary>
    /// <param name="dataset">The materials.</param>
    /// <param name="graphs">Their graphs.</param>
    /// <param name="models">Models side by side.</param>
    /// <param name="seconds">How long it is measured.</param>
    /// <param name="perTarget">What each target may cost beside 1.1.</param>
    /// <param name="representation">What crystals are turned into.</param>
    public static void Print(Dataset dataset, PackedGraphs graphs, int models, double seconds, double perTarget, string representation)
    {
        using var device = CudaDevices.All().First();
        int[] targets = [1, 2, 3, 5];
        var banks = targets.Select(k => Bank(device, JointSpeed.Inputs(dataset, graphs, k, JointSettings.Default), models)).ToArray();
        int[] train = [.. Split.ByShares(graphs.Count, null, SplitShares.Default, 1).Train];
        // As many steps as lie between two measurements of gradients.
        int[] order = [.. Enumerable.Range(0, JointMeasures.Interval * BatchSize).Select(i => train[i % train.Length])];
        var stream = new BatchStream([order], [.. new int[models]], 0, BatchSize, 0.01);
        int[] slots = [.. Enumerable.Range(0, models)];
        var times = targets.Select(_ => new List<double>()).ToArray();
        var watch = Stopwatch.StartNew();
        for (var turn = 0; turn < 2 || watch.Elapsed.TotalSeconds < seconds; turn++)
            for (var i = 0; i < banks.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                banks[i].Train(stream, slots, new double[models], () => false);
                // In the first turn the driver compiles, and memory grows.
                if (turn > 0) times[i].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

        foreach (var (k, own) in targets.Zip(times).Skip(1))
        {
            var ratio = own.Zip(times[0], (joint, single) => joint / single).Order().ElementAt(own.Count / 2);
            Console.WriteLine(
                $"  {representation,-12} {models,4} models of {k} targets  {ratio:0.00} x as many of one  "
                    + $"(at most {1.1 + perTarget * k:0.00}), gradients measured every {JointMeasures.Interval} steps");
        }

        foreach (var bank in banks) bank.Dispose();
    }

    private static IModelBank Bank(CudaDevice device, NetworkInputs inputs, int models)
    {
        var layout = inputs.CreateLayout();
        return device.Create(
            [.. Enumerable.Repeat(inputs, models)],
            [.. Enumerable.Range(1, models).Select(seed => InitialWeights.Draw(layout, seed))]);
    }
}
