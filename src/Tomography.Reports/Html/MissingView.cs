using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What is missing in an incomplete study.</summary>
internal static class MissingView
{
    // Beyond this the list is cut; results.csv tells the rest.
    private const int MostListed = 200;

    /// <summary>Null for a complete study of which no job failed.</summary>
    public static object? Of(StudyAnalysis analysis, ReportContext context)
    {
        if (analysis.IsComplete && context.JobsFailed == 0 && context.JobsDone == context.JobsPlanned) return null;
        var groups = analysis.MissingModels.GroupBy(model => model with { Seed = 0 }).ToArray();
        return new
        {
            models = NumberText.Count(analysis.MissingModels.Length),
            planned = NumberText.Count(analysis.PlannedModels),
            jobsPlanned = NumberText.Count(context.JobsPlanned),
            jobsDone = NumberText.Count(context.JobsDone),
            jobsFailed = NumberText.Count(context.JobsFailed),
            groups = groups.Take(MostListed).Select(group => new
            {
                representation = group.Key.Representation.Word(),
                target = group.Key.Target.Value,
                feature = group.Key.Feature?.Value,
                seeds = group.Count() == analysis.Seeds.Length ? "all seeds" : string.Join(", ", group.Select(model => model.Seed)),
            }),
            more = groups.Length > MostListed ? NumberText.Count(groups.Length - MostListed) : null,
        };
    }
}
