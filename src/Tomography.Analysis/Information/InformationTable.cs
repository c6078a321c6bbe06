using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Mutual information of every feature with every target that is another property. It belongs to the materials alone: no model, no
/// representation.
/// </summary>
/// <param name="Materials">Materials of the dataset.</param>
/// <param name="Samples">
/// Materials that a nearest-neighbour estimate uses at most: all, or <see cref="InformationSettings.MostSamples"/> where there are more.
/// </param>
/// <param name="Bins">Bins of equal frequency that the decompositions used for numbers.</param>
/// <param name="Shuffles">How often values were shuffled to see what chance gives for a mutual information.</param>
/// <param name="Cells">By feature and then target.</param>
public sealed record InformationTable(int Materials, int Samples, int Bins, int Shuffles, ImmutableArray<InformationCell> Cells)
{
    /// <summary>Whether the nearest-neighbour estimates used a choice of the materials.</summary>
    public bool IsSubsampled => Samples < Materials;

    /// <summary>Whether some materials lack a property, so that not all estimates stand on the same materials.</summary>
    public bool HasGaps => Cells.Any(cell => cell.Materials < Materials);

    /// <summary>How many pairs of properties have an estimate, each counted once: what chance is corrected for.</summary>
    public int Pairs => PairsThat(cell => cell.Bits is not null);

    /// <summary>How many pairs of properties fulfil a condition, each counted once.</summary>
    public int PairsThat(Func<InformationCell, bool> holds) => Cells.Where(holds)
        .Select(cell => cell.Feature.CompareTo(cell.Target) < 0 ? (cell.Feature, cell.Target) : (cell.Target, cell.Feature))
        .Distinct().Count();

    /// <summary>The cell of a feature and a target; null where there is none.</summary>
    public InformationCell? Find(PropertyName feature, PropertyName target) =>
        Cells.FirstOrDefault(cell => cell.Feature == feature && cell.Target == target);
}
