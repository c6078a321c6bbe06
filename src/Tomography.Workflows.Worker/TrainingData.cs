using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>
/// Makes what orders name of what the store has. Keeps the last dataset in memory, since the next order most likely uses it too.
/// </summary>
/// <param name="folders">The store.</param>
internal sealed class TrainingData(StoreFolders folders)
{
    private (string Hash, PackedGraphs Graphs)? _graphs;
    private (string Key, MaterialTable Table)? _table;

    /// <summary>The models of an order. Those of one split and choice of materials share them, and so their batches.</summary>
    public ImmutableArray<Trainee> Of(WorkOrder order)
    {
        var parts = new Dictionary<(string Split, PropertySet Materials), (ImmutableArray<int> Materials, Split Split)>();
        var trainees = ImmutableArray.CreateBuilder<Trainee>();
        foreach (var cohort in order.Cohorts)
        {
            var table = Table(cohort.Table);
            var key = (cohort.Split, cohort.Materials);
            if (!parts.TryGetValue(key, out var part)) parts[key] = part = PartOf(cohort, table);
            var graphs = Graphs(cohort.Graphs);
            trainees.AddRange(cohort.Models.Select(m => new Trainee(
                cohort,
                m,
                new(
                    graphs, Column(m.Target), [.. m.Features.Select(Column)], Parts(m).Split, cohort.Model, cohort.Training, cohort.Seed)
                {
                    Materials = Parts(m).Materials,
                    Joined = [.. (m.Joined ?? PropertySet.None).Select(Column)],
                })));

            // A model of several targets uses the materials that have one of them.
            (ImmutableArray<int> Materials, Split Split) Parts(ModelOrder model)
            {
                if (model.Joined is not { } joined) return part;
                var any = table.WithAny(joined.Union(model.Target));
                return any.Length == part.Materials.Length ? part : (any, part.Split.Within(any));
            }

            PropertyColumn Column(PropertyName property) =>
                table.Column(cohort.Properties.First(p => p.Name == property));
        }

        return trainees.ToImmutable();
    }

    private (ImmutableArray<int> Materials, Split Split) PartOf(CohortOrder cohort, MaterialTable table)
    {
        var materials = table.With(cohort.Materials);
        var split = new SplitStore(folders).Read(cohort.Split);
        return (materials, cohort.Materials.IsEmpty ? split : split.Within(materials));
    }

    private MaterialTable Table(string key)
    {
        if (_table?.Key == key) return _table.Value.Table;
        using var stream = File.OpenRead(folders.TableOf(key));
        _table = (key, MaterialTable.Read(stream));
        return _table.Value.Table;
    }

    private PackedGraphs Graphs(string hash)
    {
        // Mapping is free: pages come as they are used, and all workers share them.
        if (_graphs?.Hash != hash) _graphs = (hash, PackedGraphsFile.Map(folders.GraphsOf(hash)));
        return _graphs.Value.Graphs;
    }
}
