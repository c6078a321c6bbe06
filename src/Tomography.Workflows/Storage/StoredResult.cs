namespace Tomography.Workflows;

/// <summary>A result as it lies in the store.</summary>
/// <param name="Checksum">SHA-256 of the result written to one line of JSON.</param>
/// <param name="Result">The result.</param>
public sealed record StoredResult(string Checksum, JobResult Result);
