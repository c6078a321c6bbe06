namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Clean</c>: removes the outputs of experiments, never the store.</summary>
public sealed class CleanOutputs : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        var request = ReadRequest();
        foreach (var experiment in PlanStage.ReadExperiments(request))
        {
            var files = CleanStage.Run(request.OutputOf(experiment.Name));
            Show([$"{experiment.Name}: {files} files of output removed; the store is untouched."]);
        }
    }
}
