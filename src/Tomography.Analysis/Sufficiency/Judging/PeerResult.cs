namespace Tomography.Analysis;

/// <summary>What another way of choosing came to, as many sets tried.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="Sets">Sets that it tried.</param>
/// <param name="Choice">What it chose; null where none of them suffices by the validation errors.</param>
public sealed record PeerResult(string Name, int Sets, JudgedSet? Choice);
