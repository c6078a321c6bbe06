using System.Runtime.InteropServices;

namespace Tomography.Workflows.Worker;

/// <summary>The signals that ask a worker to stop, as long as it works.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens.</summary>
    /// <param name="isServing">
    /// Whether the worker serves a build. A terminal that is closed tells its whole process group, and an interrupt from the keyboard does
    /// too; the build decides what either means, and ends the worker's input.
    /// </param>
    public StopSignals(bool isServing) => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, isServing ? Ignore : Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, isServing ? Ignore : Stop),
    ];

    /// <summary>Cancelled when the worker is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private static void Ignore(PosixSignalContext context) => context.Cancel = true;

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Cancel();
    }
}
