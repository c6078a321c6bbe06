using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A set that was trained on the seeds of the search.</summary>
/// <param name="Set">The properties, controls included where it is a reference.</param>
/// <param name="Error">Mean validation error, in the target's unit; null where its models failed.</param>
/// <param name="Left">The share of it that all properties take off, a fraction, at most 1.</param>
/// <param name="IsOfSearch">Whether the search itself asked for it, not a peer alone.</param>
public sealed record TriedSet(PropertySet Set, double? Error, double Left, bool IsOfSearch);
