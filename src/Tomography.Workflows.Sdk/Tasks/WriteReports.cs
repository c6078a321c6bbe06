using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>Writes the report of each plan from the results that are there.</summary>
public sealed class WriteReports : WorkflowTask
{
    /// <summary>The plans, as <see cref="PlanExperiments"/> wrote them.</summary>
    [Required]
    public ITaskItem[] Plans { get; set; } = [];

    /// <summary>Whether to say what is missing, for a report that was asked for without training.</summary>
    public bool TellMissing { get; set; }

    /// <summary>The pages written.</summary>
    [Output]
    public ITaskItem[] Pages { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var asked = Asked;
        var origin = Origin;
        var pages = new List<ITaskItem>();
        foreach (var item in Plans)
        {
            cancellation.ThrowIfCancellationRequested();
            var plan = PlanStage.Read(item.GetMetadata("FullPath"));
            var folder = Path.Combine(asked.Output, plan.Experiment);
            var (page, warnings) = ReportStage.Run(plan, asked.Store, folder, asked.Templates, DateTimeOffset.Now, origin);
            Report(warnings);
            if (TellMissing) Show(ReportStage.Missing(plan, asked.Store));
            pages.Add(new Microsoft.Build.Utilities.TaskItem(page));
        }

        Pages = [.. pages];
    }
}
