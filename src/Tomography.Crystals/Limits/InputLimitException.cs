namespace Tomography.Crystals;

/// <summary>A dataset exceeds a limit that holds for all of it.</summary>
public sealed class InputLimitException(string message) : Exception(message);
