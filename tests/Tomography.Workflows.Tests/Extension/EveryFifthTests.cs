using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>A rule that the program does not have: of every five groups one tests and one validates, whatever the seed.</summary>
/// <param name="by">Name of the grouping that means it.</param>
internal sealed class EveryFifthTests(string by) : SplitRule
{
    public override bool Applies(SplitSettings settings) => settings.By == by;

    public override Split Deal(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, long seed, int place)
    {
        var number = groups!.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index()
            .ToDictionary(g => g.Item, g => g.Index % 5);
        int[] All(Func<int, bool> wanted) => [.. Enumerable.Range(0, materials.Count).Where(i => wanted(number[groups![i]]))];
        return new([.. All(n => n < 3)], [.. All(n => n == 3)], [.. All(n => n == 4)]);
    }

    public override IEnumerable<FingerprintPart> Describe(
        SplitSettings settings, PreparedDataset dataset, Experiment experiment, int place) =>
        [new("split.every-fifth", "1")];
}
