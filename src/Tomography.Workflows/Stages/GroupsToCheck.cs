using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// What steering adds where it is asked which targets should be learned together: the groups that pairs predict to be best.
/// </summary>
internal static class GroupsToCheck
{
    /// <summary>
    /// The groups that are not trained yet: those of the best grouping of each representation, and all targets together, which they are
    /// held against; by size.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="analyses">Which targets should be learned together.</param>
    public static ImmutableArray<PropertySet> Of(Plan plan, ImmutableArray<GroupAnalysis> analyses) =>
    [
        .. analyses.Where(a => a.Best is not null).SelectMany(a => a.Groupings).SelectMany(g => g.Groups).Select(g => g.Learnt)
            .Where(set => set.Count > 1 && !plan.Together.Contains(set)).Distinct()
            .OrderBy(set => set.Count).ThenBy(set => set.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>
    /// How many models groups take at most. Of k targets a model of all and k beside noise; groups of one size may share these.
    /// </summary>
    public static int JobsOf(Plan plan, ImmutableArray<PropertySet> groups) =>
        groups.Sum(set => 1 + set.Count) * plan.Seeds.Length * plan.Representations.Length;

    /// <summary>The text of an experiment with the groups among those that are chosen.</summary>
    /// <param name="yaml">The text, whose outermost keys stand one to a line.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="groups">The groups to add; the text stays where there are none.</param>
    public static string Written(string yaml, Plan plan, ImmutableArray<PropertySet> groups)
    {
        if (groups.IsEmpty || plan.Groups is not { } settings) return yaml;
        var lines = yaml.Split('\n').ToList();
        var start = lines.FindIndex(l => l.StartsWith("groups:", StringComparison.Ordinal));
        if (start < 0) return yaml;
        var end = lines.FindIndex(start + 1, l => l.Length > 0 && !char.IsWhiteSpace(l[0]));
        lines.RemoveRange(start, (end < 0 ? lines.Count : end) - start);
        var sets = settings.Chosen.Concat(groups).Distinct().Select(set => $"[{string.Join(", ", set)}]");
        lines.Insert(
            start,
            string.Create(CultureInfo.InvariantCulture, $"groups: {{ budget: {settings.Budget}, chosen: [{string.Join(", ", sets)}] }}"));
        return string.Join('\n', lines) + (end < 0 ? "\n" : "");
    }
}
