using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Which seeds an edge may be given next.</summary>
internal sealed class NewSeeds
{
    private readonly int[] _known;
    private readonly HashSet<int> _used;
    private readonly HashSet<ModelSpec> _failed;

    /// <summary>The seeds of a study.</summary>
    /// <param name="results">The study.</param>
    public NewSeeds(StudyResults results)
    {
        _known =
        [
            .. results.FurtherSeeds.Concat(results.Joint?.Runs.Select(run => run.Seed) ?? [])
                .Concat(results.Sequence?.Runs.Select(run => run.Seed) ?? []).Except(results.Seeds),
        ];
        _used = [.. results.Seeds, .. _known];
        _failed = [.. results.FailedModels, .. results.Joint?.Failed ?? [], .. results.Sequence?.Failed ?? []];
    }

    /// <summary>
    /// The seeds for an edge, without end: those that others were given before it, then unused ones; none that it has, and none at which
    /// a model that it needs failed.
    /// </summary>
    public IEnumerable<int> For(SteeredEdge edge)
    {
        var own = edge.Seeds.Select(seed => seed.Models.Seed).ToHashSet();
        return All().Where(seed => !own.Contains(seed) && !edge.Seeds[0].Models.With(seed).All.Any(_failed.Contains));
    }

    private IEnumerable<int> All()
    {
        foreach (var seed in _known) yield return seed;
        for (long seed = _used.Count == 0 ? 1 : Math.Max(0L, _used.Max()) + 1; seed <= int.MaxValue; seed++) yield return (int)seed;
        for (var seed = 1; seed < int.MaxValue; seed++)
            if (!_used.Contains(seed))
                yield return seed;
    }
}
