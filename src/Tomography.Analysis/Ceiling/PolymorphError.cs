using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// The error of a baseline on those of its test crystals that have polymorphs in the dataset: the materials of which the ceiling is known.
/// </summary>
/// <param name="Representation">What the baseline saw of each crystal.</param>
/// <param name="Seeds">For how many seeds it is known.</param>
/// <param name="Mae">Mean absolute error over the seeds, in the target's unit; null where it is known for none.</param>
public sealed record PolymorphError(Representation Representation, int Seeds, ErrorRange? Mae)
{
    /// <summary>A seed with fewer such test crystals is left out.</summary>
    public const int FewestCrystals = 10;

    /// <summary>The error over the seeds.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="seeds">The errors of each seed on its test crystals.</param>
    /// <param name="polymorphs">The places of materials that have polymorphs.</param>
    public static PolymorphError Of(Representation representation, IEnumerable<TestErrors> seeds, IReadOnlySet<int> polymorphs)
    {
        var means = seeds.Select(seed => seed.Crystals.Zip(seed.Errors).Where(each => polymorphs.Contains(each.First)).ToArray())
            .Where(errors => errors.Length >= FewestCrystals).Select(errors => errors.Average(each => each.Second)).ToArray();
        return new(representation, means.Length, means.Length == 0 ? null : ErrorRange.Of(means));
    }
}
