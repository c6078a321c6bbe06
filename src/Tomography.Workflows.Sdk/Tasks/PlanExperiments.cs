using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Reads experiments, prepares their datasets and writes each <c>plan.json</c>.</summary>
public sealed class PlanExperiments : WorkflowTask
{
    /// <summary>Paths of the experiment files, separated by semicolons; empty for <see cref="DefaultExperiment"/>.</summary>
    public string Experiments { get; set; } = "";

    /// <summary>Full path of the folder that relative paths start from: where the command was given.</summary>
    [Required]
    public string StartFolder { get; set; } = "";

    /// <summary>Full path of the experiment that runs when none is named.</summary>
    [Required]
    public string DefaultExperiment { get; set; } = "";

    /// <summary>Full path that stands for <c>${TomographyDataset}</c> in dataset paths; empty where none was given.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>The plans written: full path of <c>plan.json</c>, with metadata <c>Experiment</c>.</summary>
    [Output]
    public ITaskItem[] Plans { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var variables = Dataset.Length == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("TomographyDataset", Dataset);
        var files = Experiments.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => Path.GetFullPath(f, StartFolder)).ToImmutableArray();
        var request = new WorkflowRequest(files.IsEmpty ? [Path.GetFullPath(DefaultExperiment)] : files, Output, Store, variables);
        var (plans, warnings) = PlanStage.Run(request, cancellation);
        Log.Report(warnings);
        Plans = [.. plans.Select(p => new TaskItem(PlanStage.PathOf(request, p), new Dictionary<string, string>(StringComparer.Ordinal) { ["Experiment"] = p.Experiment }))];
    }
}
