namespace Tomography.Workflows;

/// <summary>Where and when a result was made.</summary>
/// <param name="Program">Version of the program.</param>
/// <param name="Runtime">The .NET runtime and operating system.</param>
/// <param name="Device">The compute device.</param>
/// <param name="Started">Start of the job, UTC.</param>
/// <param name="Finished">End of the job, UTC.</param>
public sealed record Provenance(string Program, string Runtime, string Device, DateTimeOffset Started, DateTimeOffset Finished);
