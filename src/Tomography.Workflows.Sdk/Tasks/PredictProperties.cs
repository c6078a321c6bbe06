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
        Show(work.Select(w => PredictStage.Describe(w.Models)));
        // With some models missing, means would be taken over other seeds for some targets than for others.
        if (!Train([.. work.Select(w => w.Models)], cancellation)) return;
        foreach (var each in work)
        {
            var (files, told) = PredictStage.Run(each, request, Damaged, cancellation);
            Report(told);
            Show(files.Select(f => string.Create(CultureInfo.InvariantCulture, $"  {f}")));
        }
    }
}
