namespace Tomography.Crystals;

/// <summary>A dataset exceeds a limit that holds for all of it.</summary>
internal sealed class InputLimitException(string message) : Exception(message);
