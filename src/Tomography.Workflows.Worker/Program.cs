using System.Runtime.InteropServices;
using Tomography.Learning;
using Tomography.Workflows.Worker;

// A worker that pulls stops on SIGTERM; one that serves does too, and when its input ends.
using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
// A terminal that is closed tells its whole process group, and an interrupt from the keyboard does too; the build decides what either means,
// and ends the worker's input.
using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
// The command line's own handling of signals would end the process under a training.
return new WorkerCommands([new CpuDevice()], stop.Token).Create().Parse(args).Invoke(new() { ProcessTerminationTimeout = null });

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
