using System.Collections.Immutable;
using System.Diagnostics;
using Tomography.Testing;
using Tomography.Workflows;

namespace Tomography.Benchmarks;

/// <summary>How the cost of planning, of builds that have nothing to do, and of the status grows with the number of jobs.</summary>
internal static class WorkflowScale
{
    private const int Repeats = 5;

    public static void Print()
    {
        using var folder = new TemporaryFolder();
        Console.WriteLine();
        Console.WriteLine("Planning, from the YAML to plan.json, dataset in the store (a flat last column is linear growth)");
        foreach (var seeds in (ReadOnlySpan<int>)[4, 40, 400])
        {
            var request = Request(folder, seeds);
            PlanStage.Run(request, CancellationToken.None);
            var (seconds, plan) = Median(() => PlanStage.Run(request, CancellationToken.None).Plans[0]);
            Console.WriteLine($"  {plan.Jobs.Length,8:N0} jobs   {seconds,8:N3} s   {1e6 * seconds / plan.Jobs.Length,7:N1} us per job");
        }

        var study = Request(folder, 5);
        FillStore(study);
        var sweep = Repository.PathOf("workflows", "sweep.proj");
        var empty = folder.Write(
            "empty/empty.proj",
            "<Project Sdk=\"Microsoft.Build.NoTargets/3.7.0\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>"
                + "</Project>"
        );
        folder.Write("empty/Directory.Build.rsp", "-tl:off\n-nr:false\n");
        folder.Write("empty/Directory.Build.props", "<Project />");
        folder.Write("empty/Directory.Build.targets", "<Project />");
        string[] common =
        [
            "-p:Experiment=" + study.Experiments[0],
            "-p:TomographyOutput=" + study.Output,
            "-p:TomographyStore=" + study.Store,
        ];
        Build([empty]);
        Build([sweep, .. common]);
        Console.WriteLine("A build that has nothing to do, dotnet build as a whole, median of 5");
        var nothing = Median(() => Build([empty])).Seconds;
        var noop = Median(() => Build([sweep, .. common])).Seconds;
        Console.WriteLine($"  empty project   {nothing:N2} s");
        Console.WriteLine($"  1,260 jobs      {noop:N2} s, {noop - nothing:N2} s more");

        var many = Request(folder, 40);
        FillStore(many);
        Console.WriteLine("-t:Status and -t:Plan with 10,080 results, dotnet build as a whole, median of 5");
        common = ["-p:Experiment=" + many.Experiments[0], "-p:TomographyOutput=" + many.Output, "-p:TomographyStore=" + many.Store];
        Console.WriteLine($"  -t:Status       {Median(() => Build([sweep, "-t:Status", .. common])).Seconds:N2} s");
        Console.WriteLine($"  -t:Plan         {Median(() => Build([sweep, "-t:Plan", .. common])).Seconds:N2} s");
        Console.WriteLine("What a report spends its time on, processor time, least of 3");
        new ReportParts(study).Print();
        new ReportParts(many).Print();
        Console.WriteLine("The report of 10,080 results, its predictions, and what the last report kept of them, median of 5");
        foreach (var materials in (ReadOnlySpan<int>)[100, 10_000]) PrintReports(folder, materials);
    }

    private static void PrintReports(TemporaryFolder folder, int materials)
    {
        var request = Request(folder, 40, materials);
        FillStore(request, materials);
        var plan = PlanStage.Run(request, CancellationToken.None).Plans[0];
        var predictions = new PredictionStore(new(request.Store));
        var statistics = new StoreFolders(request.Store).Statistics;
        var first = Median(() =>
        {
            if (Directory.Exists(statistics)) Directory.Delete(statistics, recursive: true);
            return Report(request, plan);
        }).Seconds;
        var again = Median(() => Report(request, plan)).Seconds;
        var reading = Median(() => plan.Jobs.Count(job => predictions.Read(job.Key, _ => { }) is not null)).Seconds;
        var bytes = Directory.GetFiles(statistics).Sum(file => new FileInfo(file).Length);
        Console.WriteLine(
            $"  {materials,6:N0} materials   first {first,6:N2} s   again {again,6:N2} s, {again / first:N2} of it   "
                + $"reading predictions {reading,5:N2} s   kept {bytes / 1e6,5:N2} MB");
    }

    private static string Report(WorkflowRequest request, Plan plan)
    {
        if (Directory.Exists(request.Output)) Directory.Delete(request.Output, recursive: true);
        return ReportStage.Run(
            plan, request.Store, request.OutputOf(plan.Experiment), new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch).Page;
    }

    /// <summary>The study of [T] over a small phantom: 252 jobs per seed.</summary>
    private static WorkflowRequest Request(TemporaryFolder folder, int seeds, int materials = 100)
    {
        var file = folder.Write($"scale-{seeds}-{materials}.experiment.yaml", $"""
            experiment: scale-{seeds}-{materials}
            dataset: {"{"} phantom: {"{"} materials: {materials}, seed: 7 {"}"} {"}"}
            targets:
              [band-gap, density, e-above-hull, energy, energy-per-atom, formation-energy-per-atom, number-of-sites,
              total-magnetization, volume]
            seeds: [{string.Join(", ", Enumerable.Range(1, seeds))}]
            """);
        return new([file], folder.PathOf("out"), folder.PathOf("store"), ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>
    /// Results as a training would leave them, with made-up numbers: what is measured here reads them and does not train.
    /// </summary>
    private static void FillStore(WorkflowRequest request, int materials = 100)
    {
        var plan = PlanStage.Run(request, CancellationToken.None).Plans[0];
        var fingerprints = new JobFingerprints(plan);
        var store = new ResultStore(request.Store);
        ImmutableArray<Learning.EpochRecord> history =
        [
            .. Enumerable.Range(1, 500).Select(e => new Learning.EpochRecord(e, 1.0 / e, 0.123456789 + 1.0 / e)),
        ];
        // As many latent vectors as a baseline over a large dataset keeps: 512 kB.
        var latents = new LatentStore(new(request.Store));
        ImmutableArray<float> vectors = [.. Enumerable.Range(0, LatentStore.MostCrystals * 64).Select(i => (float)Math.Sin(i))];
        // Predictions of both parts, and the weights of a baseline of [T].
        var (predictions, weights) = (new PredictionStore(new(request.Store)), new WeightStore(new(request.Store)));
        ImmutableArray<float> predicted = vectors[..(materials / 5)];
        foreach (var job in plan.Jobs)
        {
            if (store.Contains(job.Key)) continue;
            if (job.Spec.IsBaseline) latents.Write(job.Key, LatentStore.MostCrystals, vectors);
            predictions.Write(job.Key, [new(job.Spec.Targets[0], predicted, predicted)]);
            if (job.Keeps.HasFlag(Kept.Weights)) weights.Write(job.Key, new(new float[60_000], new float[1_000]));
            store.Write(new(
                job.Key, job.Title, [new(job.Spec.Targets[0], 0.1 + (job.Spec.Seed % 7) * 0.01, 0.5, 0.3, 0.1, 400)], 100, 500, 30,
                fingerprints.Of(job).Parts, history,
                new("benchmark", "", "", [], "", "", "", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, false)));
        }
    }

    private static (double Seconds, T Result) Median<T>(Func<T> run)
    {
        var times = new double[Repeats];
        T result = default!;
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            result = run();
            times[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(times);
        return (times[Repeats / 2], result);
    }

    private static string Build(string[] arguments) => ChildProcess.Run(1, "dotnet", ["build", .. arguments])[0];
}
