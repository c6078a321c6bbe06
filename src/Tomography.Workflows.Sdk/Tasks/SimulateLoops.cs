namespace Tomography.Workflows.Sdk;

/// <summary>
/// <c>-t:Simulate</c>: simulates the closed loop of the section <c>simulate</c>; trains the models of its rounds that are missing.
/// </summary>
public sealed class SimulateLoops : TrainingTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        var request = ReadRequest();
        var (work, warnings) = SimulateStage.Plan(request, cancellation);
        Report(warnings);
        foreach (var each in work)
        {
            Show([SimulateStage.Describe(each)]);
            Show(SimulateStage.Run(each, request, plans => Train(plans, cancellation), Damaged, cancellation));
        }
    }
}
