using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Which rows of a task's file the materials of a dataset are.</summary>
/// <param name="Task">The task; null for a dataset of one's own, whose rows are its materials.</param>
/// <param name="Count">How many rows the task has.</param>
/// <param name="Rows">The row of each material, from 0.</param>
internal sealed record MatbenchRows(MatbenchTask? Task, int Count, ImmutableArray<int> Rows)
{
    /// <summary>How many rows of the task are no material of the dataset.</summary>
    public int Missing => Count - Rows.Length;

    /// <summary>Finds them by the ids of materials; ids that matbench does not give make their order count.</summary>
    /// <exception cref="SplitException">The ids are of several tasks, or some of a task and some of none.</exception>
    public static MatbenchRows Of(SplitMaterials materials)
    {
        if (materials.Ids.Select(MatbenchTask.OfId).FirstOrDefault(t => t is not null) is not { } task)
            return new(null, materials.Count, [.. Enumerable.Range(0, materials.Count)]);
        var rows = materials.Ids.Select(id => (Id: id, Row: task.RowOf(id))).ToArray();
        if (rows.FirstOrDefault(r => r.Row is null) is { Id: { } stranger })
            throw new SplitException(
                "matbench",
                $"Materials have ids of {task.Name}, and '{YamlReading.Shown(stranger, 40)}' is none of them: the folds of matbench are "
                    + "over the rows of one task's file. Give the dataset that file alone.");
        return new(task, task.Rows, [.. rows.Select(r => r.Row!.Value)]);
    }
}
