using System.Collections.Immutable;

namespace Tomography.Workflows.Sdk;

/// <summary>What tasks share that read experiment files.</summary>
public abstract class ExperimentTask : WorkflowTask
{
    /// <summary>What the stages are asked for.</summary>
    /// <exception cref="DiagnosticException">A limit is not valid, or there is no experiment.</exception>
    private protected WorkflowRequest ReadRequest()
    {
        var asked = Asked;
        var variables = ImmutableDictionary<string, string>.Empty;
        if (asked.Dataset.Length > 0) variables = variables.Add("TomographyDataset", asked.Dataset);
        var files = ExperimentFiles.Choose(asked.Experiments, asked.StartFolder, asked.DefaultExperiment, asked.ProjectFolder);
        var (data, experiment) = LimitsOption.Read(asked.Limits);
        return new(files, asked.Output, asked.Store, variables) { Limits = data, ExperimentLimits = experiment };
    }

    /// <summary>The plans of the experiments; nothing is written but their datasets, into the store.</summary>
    private protected ImmutableArray<Plan> CheckedPlans(CancellationToken cancellation)
    {
        var (plans, warnings) = PlanStage.Check(ReadRequest(), cancellation);
        Report(warnings);
        return plans;
    }
}
