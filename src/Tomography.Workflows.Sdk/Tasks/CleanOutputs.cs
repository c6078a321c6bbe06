using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Clean</c>: removes the outputs of experiments, never the store.</summary>
public sealed class CleanOutputs : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        var request = Request;
        foreach (var experiment in PlanStage.ReadExperiments(request))
            Show([string.Create(CultureInfo.InvariantCulture, $"{experiment.Name}: {CleanStage.Run(request.OutputOf(experiment.Name))} files of output removed; the store is untouched.")]);
    }
}
