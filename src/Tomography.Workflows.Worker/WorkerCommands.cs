using System.CommandLine;
using System.Text;
using System.Text.Json;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>The modes of the worker on its command line.</summary>
/// <param name="devices">
/// The devices that it knows, the CPU first. They are looked at one by one, so that a worker for the CPU need not find the others.
/// </param>
internal sealed class WorkerCommands(IEnumerable<IComputeDevice> devices)
{
    /// <summary>The exit code of a worker that was asked to stop in the middle of its work.</summary>
    public const int Stopped = 143;

    /// <summary>The exit code of a worker that could not work: a command line, device, plan or store that is none.</summary>
    public const int Unusable = 2;

    /// <summary>The exit code of a worker whose device does not answer any more.</summary>
    public const int DeviceFailed = 3;

    // By itself a pipe has the encoding of the machine's language settings.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs a command line.</summary>
    /// <returns>
    /// The exit code: 0 where all is done, 1 where models failed, <see cref="Unusable"/>, <see cref="DeviceFailed"/> or
    /// <see cref="Stopped"/>.
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
        var serveDevice = Device(DeviceKind.Cpu, "cpu, or another that the command devices lists, like cuda:0");
        var serve = new Command("serve", "Trains what comes line by line on standard input; ends with it.") { store, serveDevice };
        serve.SetAction(parsed => Serve(parsed.GetRequiredValue(store), parsed.GetRequiredValue(serveDevice)));
        var plan = new Option<FileInfo>("--plan") { Description = "The file work.jsonl that -t:Plan writes.", Required = true };
        var pullDevice = Device(WorkerDevice.Auto, "auto (the first GPU that can be used, else the CPU), cpu, or another like cuda:0");
        var pull = new Command("pull", "Trains what of a plan the store lacks, until nothing is left; stops on SIGTERM and Ctrl+C.")
        {
            plan,
            store,
            pullDevice,
        };
        pull.SetAction(parsed =>
            Pull(parsed.GetRequiredValue(plan), parsed.GetRequiredValue(store), parsed.GetRequiredValue(pullDevice)));
        var id = new Option<string>("--id") { Description = "The array, as -t:Submit named its folder in the store.", Required = true };
        var array = new Command("array", "Is one task of an array that -t:Submit handed to Slurm: pulls on the node's terms.")
        {
            store,
            id,
        };
        array.SetAction(parsed => Array(parsed.GetRequiredValue(store), parsed.GetRequiredValue(id)));
        var list = new Command("devices", "Lists the devices of this machine, one to a line of JSON, and why it cannot use some.");
        list.SetAction(_ => ListDevices());
        return new RootCommand("Trains crystal graph networks.") { serve, pull, array, list };
    }

    private static Option<string> Device(string otherwise, string choices) =>
        new("--device") { Description = $"Where to compute: {choices}.", DefaultValueFactory = _ => otherwise };

    private int ListDevices()
    {
        using var lines = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        foreach (var device in devices)
            lines.WriteLine(JsonSerializer.Serialize(
                new DeviceReport(device.Id, device.Name, device.Problem, device.CohortSize), Json.Line));
        return 0;
    }

    private int Serve(DirectoryInfo store, string device) => Guarded(device, found =>
    {
        using var orders = new StreamReader(Console.OpenStandardInput(), Utf8);
        using var reports = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        using var signals = new StopSignals(isServing: true);
        var folders = new StoreFolders(store.FullName);
        // Beside tasks of a cluster, whose locks this machine may not see.
        var areSpread = Directory.Exists(folders.Arrays);
        new OrderLoop(orders, reports, new(folders, found, areSpread), signals.Token).Run();
        return 0;
    });

    private int Pull(FileInfo plan, DirectoryInfo store, string device) => Guarded(device, found =>
    {
        using var log = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true };
        using var signals = new StopSignals(isServing: false);
        try
        {
            var folders = new StoreFolders(store.FullName);
            var cohorts = WorkPlan.Read(plan.FullName);
            using var status = new PullStatus(folders, CohortOrder.EachOnce(cohorts).Sum(c => c.Models.Length), found.Id);
            var trainer = new CohortTrainer(folders, found, areSpread: true);
            return new PullLoop(cohorts, folders, trainer, new(), status, log).Run(signals.Token).Failed > 0 ? 1 : 0;
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or IOException)
        {
            log.WriteLine(e.Message);
            return Unusable;
        }
    });

    private int Array(DirectoryInfo store, string id)
    {
        using var log = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true };
        var folders = new StoreFolders(store.FullName);
        return new ArrayWork(new(folders, id), folders, devices, TextWriter.Synchronized(log)).Run();
    }

    private int Guarded(string id, Func<IComputeDevice, int> run)
    {
        var (device, problem) = WorkerDevice.Find(devices, id);
        if (device is null)
        {
            Console.Error.WriteLine(problem);
            return Unusable;
        }

        try
        {
            return run(device);
        }
        catch (DeviceFailedException e)
        {
            Console.Error.WriteLine(e.Message);
            return DeviceFailed;
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }
    }
}
