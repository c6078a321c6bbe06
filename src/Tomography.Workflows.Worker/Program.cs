using System.Runtime.InteropServices;
using Tomography.Workflows.Worker;

// Orders come line by line on standard input, reports go line by line to standard output; the end of the input ends the worker.
using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
// A terminal that is closed tells its whole process group, and an interrupt from the keyboard does too; the build decides what either means, and tells the worker.
using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
try
{
    new OrderLoop(Console.In, Console.Out, stop.Token).Run();
    return 0;
}
catch (OperationCanceledException)
{
    return 143;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
