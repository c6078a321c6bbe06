namespace Tomography.Workflows;

/// <summary>Hears how a run goes; MSBuild's log in a build, a list in a test. Called from several threads, one call at a time.</summary>
public interface IRunObserver
{
    /// <summary>Models are about to be trained. Not called where nothing is to be done.</summary>
    void Begin(RunStart start)
    {
    }

    /// <summary>While training: every few seconds at first, then less often.</summary>
    void Progress(RunProgress progress);

    /// <summary>A job failed and will be tried again.</summary>
    void Retrying(JobFailure failure);

    /// <summary>A job failed for good, when it happens.</summary>
    void Failed(JobFailure failure);

    /// <summary>Something the user should know.</summary>
    void Report(Diagnostic diagnostic);
}
