using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Finds candidates that the dataset has already: those of one id and formula, and those that are one crystal, whatever their ids.
/// </summary>
internal static class KnownCandidates
{
    /// <summary>Per candidate the id of the material that it is; null where it is new.</summary>
    /// <param name="experiment">The experiment, whose dataset is read where a formula is in both.</param>
    /// <param name="table">Ids and formulas of its dataset.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="limits">How much of the dataset is read at most.</param>
    /// <param name="repertoire">What splits there are.</param>
    public static ImmutableArray<string?> Of(
        Experiment experiment, MaterialTable table, Dataset candidates, InputLimits limits, Repertoire repertoire)
    {
        var ids = table.Ids.Zip(table.Formulas).ToHashSet();
        string?[] same = [.. candidates.Materials.Select(m => ids.Contains((m.Id, m.Formula)) ? m.Id : null)];
        var formulas = table.Formulas.ToHashSet(StringComparer.Ordinal);
        int[] open =
            [.. Enumerable.Range(0, same.Length).Where(i => same[i] is null && formulas.Contains(candidates.Materials[i].Formula))];
        if (open.Length == 0) return [.. same];
        var wanted = open.Select(i => candidates.Materials[i].Formula).ToHashSet(StringComparer.Ordinal);
        Material[] known =
            [.. DatasetLoader.Load(experiment, limits, repertoire).Dataset.Materials.Where(m => wanted.Contains(m.Formula))];
        // The known ones stand first, so that a group with one of them begins with it.
        var groups = CrystalCopies.In([.. known, .. open.Select(i => candidates.Materials[i])]);
        foreach (var group in groups.Where(g => g[0] < known.Length))
            foreach (var place in group.Where(p => p >= known.Length))
                same[open[place - known.Length]] = known[group[0]].Id;
        return [.. same];
    }
}
