namespace Tomography.Workflows;

/// <summary>How long all that is to be done takes on one worker of a kind of device.</summary>
/// <param name="Device">The kind, like <c>cuda</c>.</param>
/// <param name="Work">The time.</param>
public sealed record DeviceTime(string Device, TimeSpan Work);
