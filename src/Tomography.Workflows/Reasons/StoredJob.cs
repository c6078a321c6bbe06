using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>A job whose result is in the store, as far as plans and explanations need it.</summary>
/// <param name="Key">The job.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Seconds">Wall time of its training.</param>
/// <param name="Fingerprint">What its result depends on.</param>
/// <param name="Device">The kind of device that trained it.</param>
internal sealed record StoredJob(
    JobKey Key, string Title, int Epochs, double Seconds, ImmutableArray<FingerprintPart> Fingerprint, string Device = DeviceKind.Cpu)
{
    /// <summary>The value of a part of its fingerprint; empty where it has none.</summary>
    public string Part(string name) => Fingerprint.FirstOrDefault(p => p.Name == name).Value ?? "";
}
