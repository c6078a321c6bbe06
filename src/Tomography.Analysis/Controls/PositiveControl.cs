using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How much of the error of a target its own value takes off, given to the model as a feature.</summary>
/// <param name="Representation">What the models saw of each crystal.</param>
/// <param name="Target">The target.</param>
/// <param name="Reduction">Mean relative reduction over the seeds, a fraction of at most 1; negative where the error grows.</param>
/// <param name="Seeds">For how many seeds both models are there; at least 1.</param>
public sealed record PositiveControl(Representation Representation, PropertyName Target, double Reduction, int Seeds)
{
    /// <summary>Below this share of the error a model hardly uses the answer.</summary>
    public const double WeakBelow = 0.5;

    /// <summary>Whether the model hardly uses the answer that it is given, so that it cannot show the effect of anything less.</summary>
    public bool IsWeak => Reduction < WeakBelow;

    /// <summary>The positive controls of a study that have a result, by representation and target.</summary>
    internal static ImmutableArray<PositiveControl> Of(ImmutableArray<ImportanceTable> importance) =>
    [
        .. from table in importance
           from target in table.Targets
           let cell = table.Find(target.Name, target.Name)
           where cell?.Paired.Percent is not null
           select new PositiveControl(table.Representation, target.Name, -cell.Paired.Percent!.Value.Change / 100, cell.PairedSeeds),
    ];
}
