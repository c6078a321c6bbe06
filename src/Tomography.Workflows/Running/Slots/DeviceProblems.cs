namespace Tomography.Workflows;

/// <summary>What is said of devices that are not there, or fail.</summary>
internal static class DeviceProblems
{
    /// <summary>Like <c>cuda:0 (NVIDIA H100 80GB HBM3)</c>.</summary>
    public static string Named(DeviceReport device)
    {
        var prefix = device.Id + ", ";
        var name = device.Name.StartsWith(prefix, StringComparison.Ordinal) ? device.Name[prefix.Length..] : device.Name;
        return name == device.Id ? device.Id : $"{device.Id} ({name})";
    }

    public static Diagnostic NotThere(DeviceChoice choice, IReadOnlyList<string> missing, DeviceAnswer answer)
    {
        var names = string.Join(" and ", missing.Select(m => $"'{m}'"));
        var reasons = missing.Select(id => ReasonOf(id, answer)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var why = reasons.Length == 0 ? "this machine has none of that name" : string.Join("; ", reasons);
        var there = answer.Devices.Where(d => d.Problem is null).Select(Named);
        return new(
            DiagnosticSeverity.Error, DiagnosticCodes.DeviceNotThere, SourceLocation.CommandLine, "",
            $"TomographyDevice={choice.Text}: {names} cannot be used: {why}. Devices that can be used: {string.Join(", ", there)}. "
                + "Leave TomographyDevice out to train on what there is.");
    }

    public static Diagnostic Failed(DeviceFailure failure) =>
        new(
            DiagnosticSeverity.Warning, DiagnosticCodes.DeviceFailed, new(failure.LogPath), "",
            $"GPU {failure.Device} failed: {failure.Reason.TrimEnd('.')}; the work goes on elsewhere, from the checkpoints.");

    public static Diagnostic NoneLeft(DeviceFailure failure, int left) =>
        new(
            DiagnosticSeverity.Error, DiagnosticCodes.DeviceFailed, new(failure.LogPath), "",
            $"GPU {failure.Device} failed: {failure.Reason.TrimEnd('.')}; no other device trains, so {left} jobs are left. The same "
                + "command goes on from the checkpoints.");

    public static Diagnostic MemoryShort(StoreFolders folders, string what) =>
        new(DiagnosticSeverity.Warning, DiagnosticCodes.DeviceMemoryShort, new(folders.Root), "", what);

    private static string? ReasonOf(string id, DeviceAnswer answer) =>
        answer.Problem is { } silent
            ? $"the worker did not say what there is ({silent})"
            : answer.Devices.FirstOrDefault(d => d.Problem is not null && (d.Id == id || DeviceKind.Of(id) == DeviceKind.Of(d.Id)))
                ?.Problem?.TrimEnd('.');
}
