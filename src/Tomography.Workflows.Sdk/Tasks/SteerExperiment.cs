using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Steer</c>: writes the experiment to build next, with more seeds for the couplings that are undecided and matter.</summary>
public sealed class SteerExperiment : ExperimentTask
{
    /// <summary>Jobs allowed, baselines included; empty for 100.</summary>
    public string Budget { get; set; } = "";

    /// <summary>Path of the file to write, relative to where the command was given; empty for <c>next.experiment.yaml</c> beside the experiment.</summary>
    public string Next { get; set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        var budget = SteerStage.DefaultBudget;
        if (Budget.Length > 0 && (!int.TryParse(Budget, NumberStyles.None, CultureInfo.InvariantCulture, out budget) || budget > 1_000_000))
        {
            ReportProperty(DiagnosticCodes.OutOfRange, $"Budget must be from 0 to 1000000 jobs, not '{Budget}'; leave it out for {SteerStage.DefaultBudget}.");
            return;
        }

        var plans = CheckedPlans(cancellation);
        if (plans.Length != 1)
        {
            ReportProperty(DiagnosticCodes.Conflict, $"-t:Steer continues one experiment, not {plans.Length}: name one with -p:Experiment=file.");
            return;
        }

        var plan = plans[0];
        var next = Next.Length > 0 ? Path.GetFullPath(Next, StartFolder) : Path.Combine(Path.GetDirectoryName(plan.File)!, ExperimentFiles.Next);
        Show(SteerStage.Describe(SteerStage.Run(plan, Store, budget, next, Request.Variables, Request.ExperimentLimits, Damaged), next));
    }
}
