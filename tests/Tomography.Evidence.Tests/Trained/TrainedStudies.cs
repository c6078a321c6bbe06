using System.Collections.Immutable;
using Tomography.Testing;
using Tomography.Store;
using Tomography.Workflows;

namespace Tomography.Evidence.Tests;

/// <summary>Plans experiments and trains all of them with real workers, as a build does.</summary>
internal sealed class TrainedStudies : IDisposable
{
    // A few at a time: between them the store is emptied, so that it does not grow with the draws.
    private const int Together = 10;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Something of the studies of some experiments, in their order; each lasts only as long as it is looked at.</summary>
    public ImmutableArray<T> Of<T>(IEnumerable<string> experiments, Func<TrainedStudy, T> look) =>
        Of(experiments, (plan, store) => look(TrainedStudy.Of(plan, store)));

    /// <summary>Something of the plans of some experiments and the store with their models.</summary>
    public ImmutableArray<T> Of<T>(IEnumerable<string> experiments, Func<Plan, string, T> look)
    {
        var seen = ImmutableArray.CreateBuilder<T>();
        foreach (var chunk in experiments.Chunk(Together))
        {
            var store = Evidence.Store ?? _folder.PathOf($"store-{Guid.NewGuid():N}");
            var files = chunk.Select((text, i) => _folder.Write($"{i}.experiment.yaml", text)).ToImmutableArray();
            var request = new WorkflowRequest(files, _folder.PathOf("out"), store, ImmutableDictionary<string, string>.Empty);
            var plans = PlanStage.Run(request, CancellationToken.None).Plans.ToArray();
            var worker = new WorkerCommand("dotnet", ["exec", WorkerAssembly]);
            var logs = _folder.PathOf("logs");
            var options = new RunOptions(new ProcessWorkers(worker, logs), Environment.ProcessorCount, logs, TimeSpan.FromSeconds(1));
            var summary = TrainStage.RunRoundsAsync(
                [.. plans], store, options, new SilentObserver(), (place, extended) => plans[place] = extended,
                damage => throw new InvalidDataException(damage), CancellationToken.None).GetAwaiter().GetResult();
            if (summary.Trained + summary.AlreadyDone < summary.Planned) throw new InvalidOperationException(summary.ToString());
            seen.AddRange(plans.Select(plan => look(plan, store)));
            if (Evidence.Store is null) Directory.Delete(store, recursive: true);
        }

        return seen.ToImmutable();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string WorkerAssembly { get; } = Repository.PathOf(
        "src", "Tomography.Workflows.Worker", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0",
        "Tomography.Workflows.Worker.dll");
}
