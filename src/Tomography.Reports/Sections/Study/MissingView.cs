using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What is missing in an incomplete study.</summary>
internal static class MissingView
{
    // Beyond this the list is cut; results.csv tells the rest.
    private const int MostListed = 200;

    /// <summary>Null for a complete study.</summary>
    public static object? Of(StudyAnalysis analysis)
    {
        if (analysis.IsComplete) return null;
        var groups = analysis.MissingModels.GroupBy(model => model with { Seed = 0 }).ToArray();
        return new
        {
            models = NumberText.Count(analysis.MissingModels.Length),
            planned = NumberText.Count(analysis.PlannedModels),
            groups = groups.Take(MostListed).Select(group => new
            {
                representation = group.Key.Representation.Name,
                target = group.Key.Targets.Label(),
                features = group.Key.IsBaseline ? null : group.Key.Features.Label(),
                with = group.Key.Materials.Where(name => !group.Key.Properties.Contains(name)).Listed(),
                seeds = group.Count() == analysis.Seeds.Length ? "all seeds" : string.Join(", ", group.Select(model => model.Seed)),
            }),
            more = groups.Length > MostListed ? NumberText.Count(groups.Length - MostListed) : "",
        };
    }
}
