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
        var variables = PathVariables.Of(Environment.GetEnvironmentVariables(), BuildEngine6.GetGlobalProperties(), asked.Dataset);
        var files = ExperimentFiles.Choose(asked.Experiments, asked.StartFolder, asked.DefaultExperiment, asked.ProjectFolder);
        var (data, experiment) = LimitsOption.Read(asked.Limits);
        return new(files, asked.Output, asked.Store, variables) { Limits = data, ExperimentLimits = experiment };
    }

    /// <summary>How a worker is started.</summary>
    private protected WorkerCommand WorkerCommand
    {
        get
        {
            var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
            return new(host, ["exec", Asked.Worker]);
        }
    }

    /// <summary>The devices that were asked for, and how many workers on the CPU; null, and logged, where either is not valid.</summary>
    private protected (DeviceChoice Devices, int? Workers)? ReadDevices()
    {
        if (WorkerCount.Read(Asked.Workers, ReportProperty) is not (true, var workers)) return null;
        if (DeviceChoice.Parse(Asked.Device) is { } choice) return (choice, workers);
        ReportProperty(
            DiagnosticCodes.UnknownChoice,
            $"TomographyDevice must be auto, cpu, cuda, or devices joined by '+' like cuda:0+1 or cpu+cuda:0, not '{Asked.Device}'; "
                + "leave it out for auto.");
        return null;
    }

    /// <summary>The plans of the experiments; nothing is written but their datasets, into the store.</summary>
    private protected ImmutableArray<Plan> CheckedPlans(CancellationToken cancellation)
    {
        var (plans, warnings) = PlanStage.Check(ReadRequest(), cancellation);
        Report(warnings);
        return plans;
    }
}
