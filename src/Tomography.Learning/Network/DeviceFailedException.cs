namespace Tomography.Learning;

/// <summary>
/// A device that worked does not answer any more: no fault of the models on it, which another device can train from their checkpoints.
/// </summary>
/// <param name="message">What happened, in plain words.</param>
/// <param name="inner">What told it.</param>
public sealed class DeviceFailedException(string message, Exception? inner = null) : Exception(message, inner);
