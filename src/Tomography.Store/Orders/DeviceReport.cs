namespace Tomography.Store;

/// <summary>What a worker says of a device: one line of JSON on its standard output, so that a build loads no code of devices.</summary>
/// <param name="Id">How users and orders call it, such as <c>cpu</c> or <c>cuda:0</c>.</param>
/// <param name="Name">How logs and provenance call it; begins with the id's kind.</param>
/// <param name="Problem">Why this machine cannot use it; null where it can.</param>
/// <param name="CohortSize">How many models it likes to train side by side at most.</param>
public sealed record DeviceReport(string Id, string Name, string? Problem, int CohortSize);
