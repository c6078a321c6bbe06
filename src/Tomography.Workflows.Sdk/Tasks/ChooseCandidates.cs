using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary>
/// <c>-t:Choose</c>: chooses among the crystals of the section <c>candidates</c>; trains the models that are missing for it, and no others.
/// </summary>
public sealed class ChooseCandidates : TrainingTask
{
    private const int MostCandidates = 100_000;

    private protected override void Run(CancellationToken cancellation)
    {
        if (ReadSize() is not (true, var size)) return;
        var request = ReadRequest();
        var (work, warnings) = ChooseStage.Plan(request, cancellation);
        Report(warnings);
        Show(work.Select(w => ChooseStage.Describe(w.Models)));
        // With some models missing, means would be taken over other seeds for some goals than for others.
        if (!Train([.. work.Select(w => w.Models)], cancellation)) return;
        foreach (var each in work)
        {
            var (lines, told) = ChooseStage.Run(each, request, size, Damaged, cancellation);
            Report(told);
            Show(lines);
        }
    }

    private (bool IsValid, int? Size) ReadSize()
    {
        var given = Asked.Budget;
        if (given.Length == 0) return (true, null);
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MostCandidates)
            return (true, size);
        ReportProperty(
            DiagnosticCodes.OutOfRange,
            $"Budget must be from 1 to {MostCandidates} candidates, not '{given}'; leave it out for what 'candidates.batch' says.");
        return (false, null);
    }
}
