using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Finds what of some cohorts the store lacks.</summary>
internal static class MissingWork
{
    /// <summary>
    /// The models that have no result, or not all that they leave beside it, each once, in the order of the cohorts. Results are checked, not only
    /// looked for: a damaged one is trained again in this run, not in the one after its report.
    /// </summary>
    /// <param name="orders">The cohorts; several may hold the same model.</param>
    /// <param name="results">The store.</param>
    /// <param name="onDamage">Told what was damaged.</param>
    /// <returns>How many models there are, each counted once, and the cohorts of those that are missing.</returns>
    public static (int Planned, ImmutableArray<CohortOrder> ToDo) Of(IReadOnlyList<CohortOrder> orders, ResultStore results, Action<string> onDamage)
    {
        // Two experiments may ask for the same model and want different things kept of it: all of them.
        var kept = orders.SelectMany(o => o.Models).GroupBy(m => m.Key).ToDictionary(g => g.Key, g => g.Aggregate(Kept.Nothing, (all, m) => all | m.Keeps));
        var missing = kept.AsParallel().Where(m => !results.IsDone(m.Key, m.Value, onDamage)).Select(m => m.Key).ToHashSet();
        var taken = new HashSet<JobKey>();
        var todo = orders.Select(o => o.Only(m => missing.Contains(m.Key) && taken.Add(m.Key))).OfType<CohortOrder>()
            .Select(o => o with { Models = [.. o.Models.Select(m => m with { Keeps = kept[m.Key] })] });
        return (kept.Count, [.. todo]);
    }
}
