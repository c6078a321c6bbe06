using System.Collections.Immutable;
using System.Diagnostics;
using Tomography.Learning;
using Tomography.Testing;
using Tomography.Workflows;
using Tomography.Workflows.Worker;

namespace Tomography.Benchmarks;

/// <summary>
/// How the cost of claims, results and the status grows with the number of workers that pull from one plan of 10,080 models. The workers
/// are those of an array, with claims of their own and as their machines' locks and leases are; they live in one process, on cores that
/// they share, so that processor time is told. Each model trains one epoch on a handful of crystals: next to nothing.
/// </summary>
internal static class ClusterScale
{
    private const int Seeds = 40, Repeats = 5;

    /// <summary>Each worker looks at each model when it begins, and when it comes to it.</summary>
    private const int LooksOfEach = 2;

    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine("Workers that pull from one plan, a model being one epoch of next to nothing: processor time");
        Console.WriteLine("                      a model                                          a look at    telling          -t:Status");
        Console.WriteLine("  workers   models        all     looks   telling        rest, ratio   one done       once             of all");
        TimeSpan? one = null;
        foreach (var workers in (ReadOnlySpan<int>)[1, 10, 100])
        {
            var m = Measure(workers);
            one ??= m.Rest;
            Console.WriteLine(
                $"  {workers,7} {m.Models,8:N0} {m.Model.TotalMilliseconds,7:N2} ms {m.Looks.TotalMilliseconds,6:N2} ms "
                    + $"{m.Telling.TotalMilliseconds,6:N2} ms {m.Rest.TotalMilliseconds,6:N2} ms {m.Rest / one,5:N2} x "
                    + $"{m.Look.TotalMicroseconds,7:N1} us {m.Tell.TotalMicroseconds,7:N0} us {m.Status.TotalMilliseconds,15:N0} ms");
        }
    }

    private static Measured Measure(int workers)
    {
        using var folder = new TemporaryFolder();
        var plan = Plan(folder);
        var folders = new StoreFolders(folder.PathOf("store"));
        var cohorts = WorkOrders.Of(plan, RunOptions.UsualCheckpointInterval);
        var (before, began) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        Pull(workers, cohorts, folders);
        var (took, spent) = (began.Elapsed, Environment.CpuUsage.TotalTime - before);
        // What a worker pays for a plan that others have done, which is what most of a plan is to each of many.
        before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Repeats; i++) Pull(1, cohorts, folders);
        var look = (Environment.CpuUsage.TotalTime - before) / Repeats;
        var (tell, status) = Status(plan, cohorts, folders, workers);
        var models = plan.Jobs.Length;
        return new(models, spent / models, look / models, tell, status)
        {
            Looks = look * LooksOfEach * workers / models, Telling = tell * workers * took.TotalSeconds / models,
        };
    }

    /// <summary>
    /// Processor time of what one worker tells once, and of a status, the least of some, while workers live that do nothing but say what
    /// they train.
    /// </summary>
    private static (TimeSpan Tell, TimeSpan Status) Status(
        Plan plan, ImmutableArray<CohortOrder> cohorts, StoreFolders folders, int workers)
    {
        var living = Enumerable.Range(0, workers).Select(w => new PullStatus(folders, plan.Jobs.Length, DeviceKind.Cpu, new("scale", w)))
            .ToArray();
        var models = cohorts.SelectMany(c => c.Models, (c, m) => (Cohort: c, Model: m)).Take(workers).ToArray();
        foreach (var (worker, (cohort, model)) in living.Zip(models)) worker.Hear(cohort, model, new(WorkReportKind.Started, model.Key));
        // Each says it within a second.
        while (RunStatusFile.ReadAll(folders).Sum(r => r.Running.Length) < workers) Thread.Sleep(100);
        var (start, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        Thread.Sleep(TimeSpan.FromSeconds(5));
        var tell = (Environment.CpuUsage.TotalTime - start) / clock.Elapsed.TotalSeconds / workers;
        var least = Enumerable.Range(0, Repeats).Min(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            _ = StatusStage.Run([(plan.Experiment, plan)], folders.Root).Count();
            return Environment.CpuUsage.TotalTime - before;
        });
        foreach (var worker in living) worker.Dispose();
        return (tell, least);
    }

    private static void Pull(int workers, ImmutableArray<CohortOrder> cohorts, StoreFolders folders) =>
        Task.WaitAll(Enumerable.Range(0, workers).Select(worker => Task.Factory.StartNew(
            () =>
            {
                var device = new CpuDevice();
                var terms = new PullTerms { Begin = worker / (double)workers, Verifies = false, Waits = () => worker == 0 };
                using var status = new PullStatus(folders, cohorts.Sum(c => c.Models.Length), device.Id, new("scale", worker));
                var trainer = new CohortTrainer(folders, device, areSpread: true);
                new PullLoop(cohorts, folders, trainer, terms, status, TextWriter.Null).Run(CancellationToken.None);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

    /// <summary>The study of [T], 252 models per seed, of models as small as they can be.</summary>
    private static Plan Plan(TemporaryFolder folder)
    {
        var file = folder.Write("clusters.experiment.yaml", $"""
            experiment: clusters
            dataset: {"{"} phantom: {"{"} materials: 30, seed: 7 {"}"} {"}"}
            targets:
              [band-gap, density, e-above-hull, energy, energy-per-atom, formation-energy-per-atom, number-of-sites,
              total-magnetization, volume]
            seeds: [{string.Join(", ", Enumerable.Range(1, Seeds))}]
            model: {"{"} convolutions: 1, atom-features: 4, hidden: 4 {"}"}
            training: {"{"} epochs: 1, batch-size: 32 {"}"}
            """);
        var request = new WorkflowRequest(
            [file], folder.PathOf("out"), folder.PathOf("store"), ImmutableDictionary<string, string>.Empty);
        return PlanStage.Run(request, CancellationToken.None).Plans[0];
    }

    /// <summary>What was measured: processor time.</summary>
    /// <param name="Models">Models of the plan.</param>
    /// <param name="Model">Of a model, all that workers do.</param>
    /// <param name="Look">Of a look at a model that is done.</param>
    /// <param name="Tell">Of what one worker tells once, each second.</param>
    /// <param name="Status">Of a status.</param>
    private sealed record Measured(int Models, TimeSpan Model, TimeSpan Look, TimeSpan Tell, TimeSpan Status)
    {
        /// <summary>Of a model, what all workers look at it.</summary>
        public TimeSpan Looks { get; init; }

        /// <summary>Of a model, what all workers told meanwhile: it grows with the time that passed.</summary>
        public TimeSpan Telling { get; init; }

        /// <summary>Of a model, its claim, its training and its result.</summary>
        public TimeSpan Rest => Model - Looks - Telling;
    }
}
