using System.Runtime.InteropServices;
using Tomography.Workflows.Worker;

// Orders come line by line on standard input, reports go line by line to standard output; the end of the input ends the worker.
using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
// An interrupt from the keyboard reaches the whole process group; the build decides what it means, and tells the worker.
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
