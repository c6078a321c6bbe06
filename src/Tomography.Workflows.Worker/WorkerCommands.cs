using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>The two modes of the worker on its command line.</summary>
/// <param name="devices">The devices that it may use; the first that the machine has is taken.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class WorkerCommands(ImmutableArray<IComputeDevice> devices, CancellationToken cancellation)
{
    /// <summary>The exit code of a worker that was asked to stop in the middle of its work.</summary>
    public const int Stopped = 143;

    // By itself a pipe has the encoding of the machine's language settings.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The command line.</summary>
    public RootCommand Create()
    {
        var store = new Option<DirectoryInfo>("--store") { Description = "The store that takes the results.", Required = true };
        var serve = new Command("serve", "Trains what comes line by line on standard input; ends with it.") { store };
        serve.SetAction(parsed => Serve(parsed.GetRequiredValue(store)));
        var plan = new Option<FileInfo>("--plan") { Description = "The file work.jsonl that -t:Plan writes.", Required = true };
        var pull = new Command("pull", "Trains what of a plan the store lacks, until nothing is left; stops on SIGTERM.") { plan, store };
        pull.SetAction(parsed => Pull(parsed.GetRequiredValue(plan), parsed.GetRequiredValue(store)));
        return new RootCommand("Trains crystal graph networks.") { serve, pull };
    }

    private int Serve(DirectoryInfo store) => Guarded(() =>
    {
        using var orders = new StreamReader(Console.OpenStandardInput(), Utf8);
        using var reports = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        new OrderLoop(orders, reports, Trainer(store), cancellation).Run();
        return 0;
    });

    private int Pull(FileInfo plan, DirectoryInfo store) => Guarded(() =>
    {
        using var log = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true };
        try
        {
            return new PullLoop(WorkPlan.Read(plan.FullName), new(store.FullName), Trainer(store), log).Run(cancellation) > 0 ? 1 : 0;
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or IOException)
        {
            log.WriteLine(e.Message);
            return 2;
        }
    });

    private CohortTrainer Trainer(DirectoryInfo store) => new(new(store.FullName), devices.First(d => d.IsAvailable));

    private static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }
    }
}
