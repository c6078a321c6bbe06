namespace Tomography.Workflows;

/// <summary>How a device ended that trains no more.</summary>
/// <param name="Device">Its id.</param>
/// <param name="Reason">What it said, or what became of its workers.</param>
/// <param name="LogPath">Where more stands.</param>
internal sealed record DeviceFailure(string Device, string Reason, string LogPath);
