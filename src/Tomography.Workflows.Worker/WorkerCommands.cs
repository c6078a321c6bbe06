using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>The two modes of the worker on its command line.</summary>
/// <param name="devices">The devices that it may use; the first that the machine has is taken.</param>
internal sealed class WorkerCommands(ImmutableArray<IComputeDevice> devices)
{
    /// <summary>The exit code of a worker that was asked to stop in the middle of its work.</summary>
    public const int Stopped = 143;

    /// <summary>The exit code of a worker that could not work: a command line, plan or store that is none.</summary>
    public const int Unusable = 2;

    // By itself a pipe has the encoding of the machine's language settings.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs a command line.</summary>
    /// <returns>
    /// The exit code: 0 where all is done, 1 where models failed, <see cref="Unusable"/>, or <see cref="Stopped"/>.
    /// </returns>
    public int Run(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        // The command line's own handling of signals would end the process under a training.
        var code = parsed.Invoke(new() { ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? Unusable : code;
    }

    private RootCommand Create()
    {
        var store = new Option<DirectoryInfo>("--store") { Description = "The store that takes the results.", Required = true };
        var serve = new Command("serve", "Trains what comes line by line on standard input; ends with it.") { store };
        serve.SetAction(parsed => Serve(parsed.GetRequiredValue(store)));
        var plan = new Option<FileInfo>("--plan") { Description = "The file work.jsonl that -t:Plan writes.", Required = true };
        var pull = new Command("pull", "Trains what of a plan the store lacks, until nothing is left; stops on SIGTERM and Ctrl+C.")
        {
            plan,
            store,
        };
        pull.SetAction(parsed => Pull(parsed.GetRequiredValue(plan), parsed.GetRequiredValue(store)));
        return new RootCommand("Trains crystal graph networks.") { serve, pull };
    }

    private int Serve(DirectoryInfo store) => Guarded(() =>
    {
        using var orders = new StreamReader(Console.OpenStandardInput(), Utf8);
        using var reports = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        using var signals = new StopSignals(isServing: true);
        new OrderLoop(orders, reports, Trainer(store), signals.Token).Run();
        return 0;
    });

    private int Pull(FileInfo plan, DirectoryInfo store) => Guarded(() =>
    {
        using var log = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true };
        using var signals = new StopSignals(isServing: false);
        try
        {
            return new PullLoop(WorkPlan.Read(plan.FullName), new(store.FullName), Trainer(store), log).Run(signals.Token) > 0 ? 1 : 0;
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or IOException)
        {
            log.WriteLine(e.Message);
            return Unusable;
        }
    });

    private CohortTrainer Trainer(DirectoryInfo store) => new(new(store.FullName), devices.First(d => d.Problem is null));

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
