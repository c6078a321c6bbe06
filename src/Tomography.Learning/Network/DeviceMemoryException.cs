namespace Tomography.Learning;

/// <summary>The memory of a device does not hold so many models at this moment; fewer may fit.</summary>
/// <param name="message">What was asked for and what is there, in plain words.</param>
public sealed class DeviceMemoryException(string message) : Exception(message);
