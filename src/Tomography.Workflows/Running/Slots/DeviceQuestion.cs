using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Tomography.Workflows;

/// <summary>Asks a worker which devices this machine has: the build itself loads no code of any device.</summary>
public static class DeviceQuestion
{
    /// <summary>A driver that does not answer must not hold a build up for longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks.</summary>
    /// <param name="command">How a worker is started.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What it says; no answer is one, too.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<DeviceAnswer> AskAsync(WorkerCommand command, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var start = (command with { Arguments = [.. command.Arguments, "devices"] }).ToStartInfo();
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command.Program}' did not start.");
            try
            {
                process.StandardInput.Close();
                var errors = process.StandardError.ReadToEndAsync(limit.Token);
                var lines = await process.StandardOutput.ReadToEndAsync(limit.Token);
                var said = (await errors).Trim();
                await process.WaitForExitAsync(limit.Token);
                return Read(lines) is { IsEmpty: false } devices ? new(devices, null) : DeviceAnswer.None(Why(process.ExitCode, said));
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DeviceAnswer.None($"it did not answer within {Durations.Show(Patience)}");
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            return DeviceAnswer.None(e.Message.TrimEnd('.'));
        }
    }

    private static ImmutableArray<DeviceReport> Read(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse).OfType<DeviceReport>(),
    ];

    private static DeviceReport? Parse(string line)
    {
        try
        {
            // Drivers may say something of their own.
            return JsonSerializer.Deserialize<DeviceReport>(line, Json.Line) is { Id.Length: > 0, CohortSize: > 0 } device ? device : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Why(int exitCode, string said)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {exitCode}");
        return said.Length == 0 ? end : $"{end}: {said.Split('\n')[0].TrimEnd('.')}";
    }
}
