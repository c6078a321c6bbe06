namespace Tomography.Analysis;

/// <summary>How often something was counted.</summary>
/// <param name="Name">What.</param>
/// <param name="Count">How often.</param>
public sealed record NamedCount(string Name, int Count);
