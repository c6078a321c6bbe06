using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>On how many materials the numbers stand, in words.</summary>
internal static class MaterialsText
{
    /// <summary>
    /// One paragraph with the numbers, such as <c>Without a feature: 400 materials, for band-gap 380. With bulk-modulus: 212, for band-gap
    /// 198.</c>; null where all stand on the same materials.
    /// </summary>
    public static string? Of(StudyAnalysis analysis)
    {
        if (!analysis.MaterialsDiffer) return null;
        var targets = analysis.Targets.Select(target => target.Name).ToImmutableArray();
        int?[] whole =
        [
            .. targets.Select(target =>
                analysis.Baselines.FirstOrDefault(each => each.Target.Name == target && each.Materials is not null)?.Materials),
        ];
        var rows = analysis.Features
            .Select(features => (Features: features, Numbers: targets.Select(target => Number(analysis, features, target)).ToArray()))
            // A row that has the gaps of its targets alone says nothing new.
            .Where(row => row.Numbers.Zip(whole).Any(pair => pair.First is not null && pair.First != pair.Second))
            .GroupBy(row => Numbers(row.Numbers, targets), row => row.Features.Label(), StringComparer.Ordinal)
            .Select(same => $" With {string.Join(", ", same)}: {same.Key}.");
        return "Not all numbers stand on the same materials: one that lacks a property is left out of the models that need it, and a "
            + "feature is always compared with the baseline on its own materials. "
            + $"Without a feature: {Numbers(whole, targets)}.{string.Concat(rows)}";
    }

    private static int? Number(StudyAnalysis analysis, PropertySet features, PropertyName target) =>
        analysis.Importance.Select(table => table.Find(features, target)?.Materials).FirstOrDefault(number => number is not null);

    // The usual number, then the targets that have another.
    private static string Numbers(int?[] numbers, ImmutableArray<PropertyName> targets)
    {
        var known = numbers.Select((number, place) => (Number: number, Target: targets[place]))
            .Where(each => each.Number is not null).ToArray();
        if (known.Length == 0) return "no result";
        var groups = known.GroupBy(each => each.Number!.Value, each => each.Target)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).ToArray();
        var others = groups.Skip(1).Select(group => $", for {group.Listed()} {NumberText.Count(group.Key)}");
        return $"{NumberText.Count(groups[0].Key)} materials{string.Concat(others)}";
    }
}
