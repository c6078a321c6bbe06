using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Finds what of some cohorts the store lacks.</summary>
internal static class MissingWork
{
    /// <summary>
    /// The models that have no result, or not all that they leave beside it, each once, in the order of the cohorts. Results are checked,
    /// not only looked for: a damaged one is trained again in this run, not in the one after its report.
    /// </summary>
    /// <param name="orders">The cohorts; several may hold the same model.</param>
    /// <param name="results">The store.</param>
    /// <param name="onDamage">Told what was damaged.</param>
    /// <returns>How many models there are, each counted once, and the cohorts of those that are missing.</returns>
    public static (int Planned, ImmutableArray<CohortOrder> ToDo) Of(
        IReadOnlyList<CohortOrder> orders,
        ResultStore results,
        Action<string> onDamage)
    {
        var all = CohortOrder.EachOnce(orders);
        var missing = all.SelectMany(o => o.Models)
            .AsParallel()
            .Where(m => !results.IsDone(m.Key, m.Keeps, onDamage))
            .Select(m => m.Key)
            .ToHashSet();
        return (all.Sum(o => o.Models.Length), [.. all.Select(o => o.Only(m => missing.Contains(m.Key))).OfType<CohortOrder>()]);
    }
}
