using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary>
/// <c>-t:Steer</c>: says what would settle each open coupling, and writes the experiment to build next with seeds for some of them.
/// </summary>
public sealed class SteerExperiment : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        if (ReadBudget() is not { } budget) return;
        var plans = CheckedPlans(cancellation);
        if (plans.Length != 1)
        {
            ReportProperty(
                DiagnosticCodes.Conflict,
                $"-t:Steer continues one experiment, not {plans.Length}: name one with -p:Experiment=file.");
            return;
        }

        var plan = plans[0];
        var request = ReadRequest();
        var next = Asked.Next.Length > 0 ? Asked.Next : Path.Combine(Path.GetDirectoryName(plan.File)!, ExperimentFiles.Next);
        var steering = SteerStage.Run(plan, request.Store, budget, next, request.Variables, request.ExperimentLimits, Damaged);
        Show(SteerStage.Describe(steering, next, Origin));
    }

    private int? ReadBudget()
    {
        var given = Asked.Budget;
        if (given.Length == 0) return SteerStage.DefaultBudget;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var budget) && budget <= 1_000_000) return budget;
        ReportProperty(
            DiagnosticCodes.OutOfRange,
            $"Budget must be from 0 to 1000000 jobs, not '{given}'; leave it out for {SteerStage.DefaultBudget}.");
        return null;
    }
}
