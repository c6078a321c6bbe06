using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>Writes the report of each plan from the results that are there.</summary>
public sealed class WriteReports : WorkflowTask
{
    /// <summary>The plans, as <see cref="PlanExperiments"/> wrote them.</summary>
    [Required]
    public ITaskItem[] Plans { get; set; } = [];

    /// <summary>Full path of the folder of templates.</summary>
    [Required]
    public string Templates { get; set; } = "";

    /// <summary>Full path of the project that is built, for the command that a report shows.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>Whether to say what is missing, for a report that was asked for without training.</summary>
    public bool TellMissing { get; set; }

    /// <summary>The pages written.</summary>
    [Output]
    public ITaskItem[] Pages { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var pages = new List<ITaskItem>();
        foreach (var item in Plans)
        {
            cancellation.ThrowIfCancellationRequested();
            var plan = PlanStage.Read(item.GetMetadata("FullPath"));
            var (page, warnings) = ReportStage.Run(plan, Store, Path.Combine(Output, plan.Experiment), Templates, DateTimeOffset.Now, Project);
            Report(warnings);
            if (TellMissing) foreach (var line in ReportStage.Missing(plan, Store)) Log.LogMessage(MessageImportance.High, "{0}", line);
            pages.Add(new Microsoft.Build.Utilities.TaskItem(page));
        }

        Pages = [.. pages];
    }
}
