using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>Writes the report of each plan from the results that are there.</summary>
public sealed class WriteReports : ExperimentTask
{
    /// <summary>The plans, as <see cref="PlanExperiments"/> wrote them.</summary>
    [Required]
    public ITaskItem[] Plans { get; set; } = [];

    /// <summary>How the training before ended, in one line; empty where there was none.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Whether to say what is missing, for a report that was asked for without training.</summary>
    public bool TellMissing { get; set; }

    /// <summary>The pages written.</summary>
    [Output]
    public ITaskItem[] Pages { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        // Without a summary nothing was run, and there is nothing to count.
        if (Summary.Length > 0) Show([$"Jobs: {Summary}."]);
        var asked = Asked;
        var origin = Origin;
        var request = ReadRequest();
        var pages = new List<ITaskItem>();
        foreach (var item in Plans)
        {
            cancellation.ThrowIfCancellationRequested();
            var plan = PlanStage.Read(item.GetMetadata("FullPath"));
            var folder = Path.Combine(asked.Output, plan.Experiment);
            var (page, warnings) = ReportStage.Run(
                plan, asked.Store, folder, asked.Templates, DateTimeOffset.Now, origin, null,
                ReportBeside.Of(plan, request, cancellation));
            Report(warnings);
            if (TellMissing) Show(ReportStage.Missing(plan, asked.Store));
            if (Plans.Length > 1) Show([$"{plan.Experiment}:"]);
            Show(ReportStage.Describe(plan, folder));
            pages.Add(new Microsoft.Build.Utilities.TaskItem(page));
        }

        Pages = [.. pages];
    }
}
