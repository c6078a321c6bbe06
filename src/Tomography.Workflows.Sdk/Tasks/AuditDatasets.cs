namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Audit</c>: says what the datasets of the experiments consist of. Trains nothing.</summary>
public sealed class AuditDatasets : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        var (lines, warnings) = AuditStage.Run(ReadRequest(), Asked.Templates, DateTimeOffset.Now, cancellation);
        Report(warnings);
        Show(lines);
    }
}
