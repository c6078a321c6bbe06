using Tomography.Store;
using Tomography.Workflows;

namespace Tomography.Evidence.Tests;

/// <summary>Hears how training goes, and says nothing.</summary>
internal sealed class SilentObserver : IRunObserver
{
    public void Progress(RunProgress progress)
    {
    }

    public void Retrying(JobFailure failure)
    {
    }

    public void Failed(JobFailure failure)
    {
    }

    public void Report(Diagnostic diagnostic)
    {
    }
}
