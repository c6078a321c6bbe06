using System.Runtime.InteropServices;
using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>What all tasks share: the folders, cancellation, and how exceptions become errors.</summary>
public abstract class WorkflowTask : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource _cancellation = new();
    private volatile string? _signal;

    /// <summary>What the build asks for: the item of <c>Sdk/Workflow.targets</c>.</summary>
    [Required]
    public ITaskItem Request { get; set; } = new Microsoft.Build.Utilities.TaskItem();

    /// <summary>The request, read.</summary>
    private protected TomographyRequest Asked => new(Request);

    /// <summary>How the build was started.</summary>
    private protected BuildOrigin Origin => GivenProperties.Of(
        Asked, (BuildEngine as IBuildEngine6)?.GetGlobalProperties() ?? new Dictionary<string, string>(),
        Environment.GetEnvironmentVariables());

    /// <summary>Where logs go.</summary>
    private protected string LogFolder => Path.Combine(Asked.Store, "logs");

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public override bool Execute()
    {
        using var culture = new CultureScope();
        using var ended = new ManualResetEventSlim();

        // SIGTERM does not reach Cancel: MSBuild's process would exit 0 at once, leaving workers behind. This holds it until they have
        // stopped.
        void OnProcessExit(object? sender, EventArgs e)
        {
            _signal = "SIGTERM";
            Cancel();
            ended.Wait(StopTime);
            Environment.ExitCode = 143;
        }

        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        // A terminal that is closed ends the build like Ctrl+C does: workers leave checkpoints, and the build fails.
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            _signal = "SIGHUP";
            Cancel();
        });
        try
        {
            return ExecuteGuarded();
        }
        finally
        {
            ended.Set();
            AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        }
    }

    private bool ExecuteGuarded()
    {
        try
        {
            Run(_cancellation.Token);
        }
        catch (DiagnosticException e)
        {
            Report(e.Diagnostics);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException && e is not FileNotFoundException))
        {
            const string Advice = "Make room, or name others with -p:TomographyStore=folder and -p:TomographyOutput=folder.";
            var message = $"The store or the output folder cannot be used: {e.Message} {Advice}";
            Report([new(DiagnosticSeverity.Error, DiagnosticCodes.StoreUnwritable, new(Asked.Store), "", message)]);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            const string GoesOn = "What was trained is kept; the same command goes on from there.";
            if (_signal is { } signal) ReportProperty(DiagnosticCodes.Stopped, $"Stopped by {signal}. {GoesOn}");
            else Log.LogMessage(MessageImportance.High, "Stopped. " + GoesOn);
            return false;
        }
        catch (Exception e)
        {
            Diagnostics.ReportInternal(e, LogFolder);
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Logs diagnostics.</summary>
    private protected void Report(IEnumerable<Diagnostic> diagnostics) => Diagnostics.Report(diagnostics);

    /// <summary>Where diagnostics go.</summary>
    private protected DiagnosticLog Diagnostics => new(Log, Asked.Docs, Asked.DocsName);

    /// <summary>Logs an error of what was given on the command line.</summary>
    private protected void ReportProperty(string code, string message) =>
        Report([new(DiagnosticSeverity.Error, code, SourceLocation.CommandLine, "", message)]);

    /// <summary>
    /// Reads <c>true</c> or <c>false</c>; MSBuild itself would take other words too, and fail on the rest without a code. Null, and logged,
    /// where it is neither.
    /// </summary>
    private protected bool? ReadFlag(string name, string text, bool otherwise)
    {
        if (text.Length == 0) return otherwise;
        if (bool.TryParse(text, out var value)) return value;
        var without = otherwise ? "true" : "false";
        ReportProperty(DiagnosticCodes.UnknownChoice, $"{name} must be true or false, not '{text}'; leave it out for {without}.");
        return null;
    }

    /// <summary>Warns of a damaged file of the store.</summary>
    private protected void Damaged(string what) =>
        Report([new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(Asked.Store), "", what)]);

    /// <summary>Shows lines at any verbosity but quiet.</summary>
    private protected void Show(IEnumerable<string> lines)
    {
        foreach (var line in lines) Log.LogMessage(MessageImportance.High, "{0}", line);
    }

    /// <summary>Does the work; errors are logged or thrown.</summary>
    private protected abstract void Run(CancellationToken cancellation);
}
