using System.Reflection;
using System.Runtime.InteropServices;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>Trains one job and puts its result into the store. Keeps the last dataset in memory, since the next job most likely uses it too.</summary>
internal sealed class JobTrainer
{
    private readonly CpuDevice _device = new();
    private (string Path, PackedGraphs Graphs)? _graphs;
    private (string Path, MaterialTable Table)? _table;

    /// <summary>Trains.</summary>
    public void Train(WorkOrder order, Action<EpochRecord> onEpoch, CancellationToken cancellation)
    {
        var started = DateTimeOffset.UtcNow;
        var table = Table(order.Table);
        var split = Split.Create(table.Formulas, order.Split, order.Seed);
        var feature = order.Feature is { } name ? Column(name) : null;
        var task = new TrainingTask(Graphs(order.Graphs), Column(order.Target), feature, split, order.Model, order.Training, order.Seed);
        var outcome = Trainer.Train(_device, task, onEpoch, cancellation);
        new ResultStore(order.Store).Write(new(
            order.Key, order.Title, outcome.TestMae, outcome.ValidationMae, outcome.BestEpoch, order.Training.Epochs, Math.Round(outcome.Seconds, 4),
            order.Fingerprint, outcome.History, new(ProgramVersion, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}", _device.Name, started, DateTimeOffset.UtcNow)));

        PropertyColumn Column(PropertyName property) => new(order.Properties.First(p => p.Name == property), table.Values[property]);
    }

    private static string ProgramVersion =>
        typeof(JobTrainer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private MaterialTable Table(string path)
    {
        if (_table?.Path == path) return _table.Value.Table;
        using var stream = File.OpenRead(path);
        _table = (path, MaterialTable.Read(stream));
        return _table.Value.Table;
    }

    private PackedGraphs Graphs(string path)
    {
        // Mapping is free: pages come as they are used, and all workers share them.
        if (_graphs?.Path != path) _graphs = (path, PackedGraphsFile.Map(path));
        return _graphs.Value.Graphs;
    }
}
