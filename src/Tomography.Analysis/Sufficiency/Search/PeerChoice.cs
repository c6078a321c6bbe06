using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What another way of choosing came to.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="Sets">How many sets it tried, references included.</param>
/// <param name="Set">The smallest set that suffices by the validation errors; null where it found none.</param>
internal sealed record PeerChoice(string Name, int Sets, PropertySet? Set);
