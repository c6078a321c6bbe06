namespace Tomography.Store;

/// <summary>One thing that a job's result depends on.</summary>
/// <param name="Name">What it is, like <c>training.epochs</c>.</param>
/// <param name="Value">Its value, or the SHA-256 of its content.</param>
public readonly record struct FingerprintPart(string Name, string Value);
