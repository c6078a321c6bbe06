namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Export</c>: writes the datasets of the experiments as they are used, for other programs. Trains nothing.</summary>
public sealed class ExportDatasets : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        var (lines, warnings) = ExportStage.Run(ReadRequest(), Asked.ExportFormat, cancellation);
        Report(warnings);
        Show(lines);
    }
}
