namespace Tomography.Workflows;

/// <summary>A file of the store that nothing references.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">Its length.</param>
public sealed record PruneItem(string Kind, string Path, long Bytes);
