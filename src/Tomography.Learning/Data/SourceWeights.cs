using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>Weights by which sources of crystals count the same in a loss, however many crystals each has.</summary>
public static class SourceWeights
{
    /// <summary>
    /// Per material N / (S n): n training materials of its source, S sources among the N training materials. Their mean over the training
    /// part is 1, so that steps are as long as without. A material that no training material shares its source with has 1; it has no part
    /// in a loss.
    /// </summary>
    /// <param name="sources">The source of each material, by class.</param>
    /// <param name="train">The training part, at least one.</param>
    public static double[] Of(PropertyColumn sources, IReadOnlyCollection<int> train)
    {
        var counts = train.GroupBy(i => sources.Values[i]).ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. sources.Values.Select(source =>
                counts.TryGetValue(source, out var count) ? (double)train.Count / ((double)counts.Count * count) : 1),
        ];
    }
}
