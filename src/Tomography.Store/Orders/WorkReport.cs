namespace Tomography.Store;

/// <summary>What a worker says: one line of JSON on its standard output.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Key">The job it concerns.</param>
/// <param name="Epoch">Epochs done.</param>
/// <param name="ValidationMae">Validation error of that epoch, in the target's unit.</param>
/// <param name="Message">Why the job failed, or what the user should know.</param>
/// <param name="Details">The whole story, for the job's log.</param>
public sealed record WorkReport(
    WorkReportKind Kind,
    JobKey Key,
    int Epoch = 0,
    double ValidationMae = 0,
    string? Message = null,
    string? Details = null);
