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
                    Start = m.Start is { } start ? StartOf(start) : null,
                    Sources = cohort.Sources is { } sources ? Column(sources) : null,
                })));

            // A model of several targets uses the materials that have one of them; of few labels those that have them alone.
            (ImmutableArray<int> Materials, Split Split) Parts(ModelOrder model)
            {
                if (model.Labels is { } labels) return Labelled(cohort, part, labels);
                if (model.Joined is not { } joined) return part;
                var any = table.WithAny(joined.Union(model.Target));
                return any.Length == part.Materials.Length ? part : (any, part.Split.Within(any));
            }

            PropertyColumn Column(PropertyName property) =>
                table.Column(cohort.Properties.First(p => p.Name == property));
        }

        return trainees.ToImmutable();
    }

    private (ImmutableArray<int> Materials, Split Split) Labelled(
        CohortOrder cohort, (ImmutableArray<int> Materials, Split Split) all, int labels)
    {
        var split = new SplitStore(folders).Read(cohort.Split)
            .Labelled(labels, cohort.Seed, cohort.Materials.IsEmpty ? null : all.Materials);
        var unlabelled = all.Split.Train.ToHashSet();
        unlabelled.ExceptWith(split.Train);
        return ([.. all.Materials.Where(i => !unlabelled.Contains(i))], split);
    }

    private TrunkStart StartOf(StartOrder start)
    {
        var damage = "";
        var source = new WeightStore(folders).Read(start.Source, message => damage = $" {message}", EpochOf(start.Source));
        return source is not null ? new(source, start.Rate) : throw new InvalidDataException(
            $"The weights of '{start.Title}' (job {start.Source.Short}), from which this model starts, are not in the store.{damage} Build "
                + "again: then that model is trained again.");
    }

    // A model of several targets keeps the best epoch of each: its trunk is that of the latest, which has been trained for longest.
    private int EpochOf(JobKey source) =>
        new ResultStore(folders.Root).Read(source, _ => { }) is not { Scores.Length: > 1 } result ? 0
            : result.Scores.Index().MaxBy(score => score.Item.BestEpoch).Index;

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
