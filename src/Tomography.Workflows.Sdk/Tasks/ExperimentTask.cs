using System.Collections.Immutable;
using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>What tasks share that read experiment files.</summary>
public abstract class ExperimentTask : WorkflowTask
{
    /// <summary>Paths of the experiment files, separated by semicolons, relative to <see cref="StartFolder"/>; empty for <see cref="DefaultExperiment"/>.</summary>
    public string Experiments { get; set; } = "";

    /// <summary>Full path of the folder that relative paths start from: where the command was given.</summary>
    [Required]
    public string StartFolder { get; set; } = "";

    /// <summary>Paths of the experiment files that run when none is named, separated by semicolons, relative to the project; empty for all beside it.</summary>
    public string DefaultExperiment { get; set; } = "";

    /// <summary>Full path of the project's folder.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>Full path that stands for <c>${TomographyDataset}</c> in dataset paths; empty where none was given.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>Limits of what is read of datasets and experiments, like <c>Sites=5000+Rows=10</c>; empty for the defaults.</summary>
    public string Limits { get; set; } = "";

    /// <summary>What the build asks for.</summary>
    /// <exception cref="DiagnosticException">A limit is not valid, or there is no experiment.</exception>
    private protected WorkflowRequest Request
    {
        get
        {
            var variables = Dataset.Length == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("TomographyDataset", Dataset);
            var files = ExperimentFiles.Choose(Experiments, StartFolder, DefaultExperiment, ProjectFolder);
            var (data, experiment) = LimitsOption.Read(Limits);
            return new(files, Output, Store, variables) { Limits = data, ExperimentLimits = experiment };
        }
    }

    /// <summary>The plans of the experiments; nothing is written but their datasets, into the store.</summary>
    private protected ImmutableArray<Plan> CheckedPlans(CancellationToken cancellation)
    {
        var (plans, warnings) = PlanStage.Check(Request, cancellation);
        Report(warnings);
        return plans;
    }

    /// <summary>Shows lines at any verbosity but quiet.</summary>
    private protected void Show(IEnumerable<string> lines)
    {
        foreach (var line in lines) Log.LogMessage(MessageImportance.High, "{0}", line);
    }
}
