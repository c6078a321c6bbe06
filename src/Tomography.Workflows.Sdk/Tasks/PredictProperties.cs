using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary>
/// <c>-t:Predict</c>: predicts for the crystals of the section <c>predict</c>; trains the models that are missing for it, and no others.
/// </summary>
public sealed class PredictProperties : TrainingTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        var request = ReadRequest();
        var (work, warnings) = PredictStage.Plan(request, cancellation);
        Report(warnings);
        Show(work.Select(w => PredictStage.Describe(w.Plan)));
        // With some models missing, means would be taken over other seeds for some targets than for others.
        if (!Train([.. work.Select(w => w.Plan)], cancellation)) return;
        foreach (var (plan, experiment) in work)
        {
            var (files, told) = PredictStage.Run(plan, experiment, request, Damaged, cancellation);
            Report(told);
            Show(files.Select(f => string.Create(CultureInfo.InvariantCulture, $"  {f}")));
        }
    }
}
