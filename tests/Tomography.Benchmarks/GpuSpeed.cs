using System.Diagnostics;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;
using Tomography.Learning.Cuda;
using Tomography.Testing;

namespace Tomography.Benchmarks;

/// <summary>
/// Crystals per second on each GPU: training crystals x models x epochs by wall time, with all that an epoch takes, validation included.
/// </summary>
internal static class GpuSpeed
{
    /// <summary>Of [T]: 60 % of 126,325 materials, 1,260 models, 500 epochs.</summary>
    private const double PaperWork = 0.6 * 126_325 * 1_260 * 500;

    /// <summary>Joint models that are measured side by side.</summary>
    private const int JointModels = 16;

    private const double MostJointSeconds = 6;

    /// <summary>Measures and prints.</summary>
    /// <param name="file">A CSV of the Materials Project; that of the shared data where it is null.</param>
    /// <param name="cohorts">Models side by side.</param>
    /// <param name="seconds">How long each row is measured.</param>
    public static void Print(string? file, int[] cohorts, double seconds)
    {
        Console.WriteLine();
        var first = CudaDevices.All().First();
        if (first.Problem is { } problem)
        {
            Console.WriteLine($"gpu: skipped, {problem}");
            return;
        }

        if (file is null && SharedData.Folder is null)
        {
            Console.WriteLine("gpu: skipped, needs the shared data folder or --file");
            return;
        }

        file ??= SharedData.PathOf("materials-project-2k.csv");
        var dataset = DatasetReader.ReadCsv(file).Dataset ?? throw new InvalidDataException($"'{file}' cannot be read.");
        Console.WriteLine(
            $"GPU, {first.Name}, {Path.GetFileName(file)}, batch 256, sizes of [T], crystals per second, validation included");
        foreach (var representation in new[] { Representation.Structure, Representation.Composition })
        {
            var graphs = TrainingProcess.Graphs(dataset, representation);
            double best = 0, shared = GpuGraphs.BytesOf(graphs);
            Console.WriteLine($"  {representation.Name,-12} {shared / 1e6,4:N0} MB of graphs, shared by all models");
            foreach (var models in cohorts)
            {
                using var device = CudaDevices.All().First();
                var free = device.FreeMemory;
                var cohort = CohortOfPaper.Of(dataset, graphs, models, epochs: int.MaxValue / 2);
                var (rate, used) = Measure(device, cohort, seconds, free);
                Console.WriteLine(
                    $"  {representation.Name,-12} {cohort.Models.Length,4} models  {rate,12:N0} /s"
                        + $"  {256e6 / rate,8:N1} us per model and step of 256"
                        + $"  {(used - shared) / 1e6 / cohort.Models.Length,7:N1} MB per model");
                best = Math.Max(best, rate);
            }

            var layout = CohortOfPaper.Of(dataset, graphs, 1, 1).Models[0].Layout;
            var operations = OperationCount.PerCrystal(graphs, [.. Enumerable.Range(0, graphs.Count)], layout);
            Console.WriteLine(
                $"  {representation.Name,-12} {operations / 1e6:N2} MFLOP per crystal: {operations * best / 1e12:N1} TFLOP/s without "
                    + $"validation; [T]'s study at this rate: {PaperWork / best / 3600:N1} h");
            PrintKernels(dataset, graphs, cohorts.Max(), representation.Name);
            var perTarget = representation == Representation.Structure ? 0.05 : 0.1;
            foreach (var models in new[] { JointModels, 1 })
                GpuJointCost.Print(dataset, graphs, models, Math.Min(seconds, MostJointSeconds), perTarget, representation.Name);
        }
    }

    private static (double Rate, double Bytes) Measure(CudaDevice device, CohortTask cohort, double seconds, long free)
    {
        using var stop = new CancellationTokenSource();
        var watch = new Stopwatch();
        var epochs = 0;
        double bytes = 0;
        try
        {
            Trainer.Run(
                device, cohort,
                new CohortOptions
                {
                    OnDone = (_, _) => { },
                    OnEpoch = (place, _) =>
                    {
                        if (place != cohort.Models.Length - 1) return;
                        // The first epoch also compiles kernels and moves the graphs.
                        if (!watch.IsRunning) watch.Start();
                        else epochs++;
                        bytes = free - device.FreeMemory;
                        if (watch.Elapsed.TotalSeconds >= seconds && epochs > 0) stop.Cancel();
                    },
                },
                stop.Token);
        }
        catch (OperationCanceledException)
        {
            watch.Stop();
        }

        var rate = (double)epochs * cohort.Models.Length * cohort.Models[0].Split.Train.Length / watch.Elapsed.TotalSeconds;
        return (rate, bytes);
    }

    /// <summary>
    /// Where the time of an epoch goes: each kernel is waited for, so that all take somewhat longer than beside each other.
    /// </summary>
    private static void PrintKernels(Dataset dataset, PackedGraphs graphs, int models, string representation)
    {
        var cohort = CohortOfPaper.Of(dataset, graphs, models, epochs: 2);
        using var gpu = new TimedGpu(new CudaGpu(0));
        using var device = new CudaDevice("cuda:0", "", () => null, () => gpu);
        var times = new Dictionary<string, double>();
        Trainer.Run(
            device, cohort,
            new CohortOptions
            {
                OnDone = (_, _) => { },
                OnEpoch = (place, epoch) =>
                {
                    if (place != cohort.Models.Length - 1) return;
                    // The second epoch alone: the first compiles kernels, and behind the last each model predicts by itself.
                    if (epoch.Epoch == 1) gpu.Seconds.Clear();
                    else times = new(gpu.Seconds);
                },
            },
            default);
        var total = times.Values.Sum();
        var peak = CardPeak.Of(0);
        var costs = new KernelCosts(graphs, cohort.Models[0].Layout, 256);
        Console.WriteLine(
            $"  {representation,-12} time of kernels, {cohort.Models.Length} models, an epoch with its validation; the card's peaks: "
                + $"{peak.Operations / 1e12:N1} TFLOP/s, {peak.Bytes / 1e12:N2} TB/s");
        foreach (var (kernel, seconds) in times.OrderByDescending(k => k.Value))
        {
            var perStep = seconds * 256 / cohort.Models.Length / cohort.Models[0].Split.Train.Length;
            var rates = costs.Of(kernel) is { } cost
                ? $"  {cost.Operations / 1e6,7:N1} MFLOP, {100 * cost.Operations / perStep / peak.Operations,5:N1} % of peak;  "
                    + $"{cost.Bytes / 1e6,5:N1} MB, {100 * cost.Bytes / perStep / peak.Bytes,5:N1} % of peak"
                : "";
            Console.WriteLine(
                $"    {kernel,-24} {100 * seconds / total,5:N1} %  {1e6 * perStep,8:N2} us per model and 256 crystals{rates}");
        }
    }
}
