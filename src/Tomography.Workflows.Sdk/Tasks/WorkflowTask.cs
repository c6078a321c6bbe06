using System.Runtime.InteropServices;
using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>What all tasks share: the folders, cancellation, and how exceptions become errors.</summary>
public abstract class WorkflowTask : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource _cancellation = new();
    private volatile string? _signal;

    /// <summary>Full path of the store.</summary>
    [Required]
    public string Store { get; set; } = "";

    /// <summary>Full path of the folder that gets one folder per experiment.</summary>
    [Required]
    public string Output { get; set; } = "";

    /// <summary>Full path of the folder with the pages that explain diagnostics; empty where there is none.</summary>
    public string Docs { get; set; } = "";

    /// <summary>What messages call that folder, like <c>docs/</c>; empty for its full path.</summary>
    public string DocsName { get; set; } = "";

    /// <summary>Where logs go.</summary>
    private protected string LogFolder => Path.Combine(Store, "logs");

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public override bool Execute()
    {
        using var ended = new ManualResetEventSlim();

        // SIGTERM does not reach Cancel: MSBuild's process would exit 0 at once, leaving workers behind. This holds it until they have stopped.
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
            Report([new(DiagnosticSeverity.Error, DiagnosticCodes.StoreUnwritable, new(Store), "", $"The store or the output folder cannot be used: {e.Message} Make room, or name others with -p:TomographyStore=folder and -p:TomographyOutput=folder.")]);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            if (_signal is { } signal) Report([new(DiagnosticSeverity.Error, DiagnosticCodes.Stopped, SourceLocation.CommandLine, "", $"Stopped by {signal}. What was trained is kept; the same command goes on from there.")]);
            else Log.LogMessage(MessageImportance.High, "Stopped. What was trained is kept; the same command goes on from there.");
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
    private protected DiagnosticLog Diagnostics => new(Log, Docs, DocsName);

    /// <summary>Logs a number given on the command line that is none.</summary>
    private protected void ReportProperty(string code, string message) => Report([new(DiagnosticSeverity.Error, code, SourceLocation.CommandLine, "", message)]);

    /// <summary>Reads <c>true</c> or <c>false</c>; MSBuild itself would take other words too, and fail on the rest without a code. Null, and logged, where it is neither.</summary>
    private protected bool? ReadFlag(string name, string text, bool otherwise)
    {
        if (text.Length == 0) return otherwise;
        if (bool.TryParse(text, out var value)) return value;
        ReportProperty(DiagnosticCodes.UnknownChoice, $"{name} must be true or false, not '{text}'; leave it out for {(otherwise ? "true" : "false")}.");
        return null;
    }

    /// <summary>Warns of a damaged file of the store.</summary>
    private protected void Damaged(string what) => Report([new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(Store), "", what)]);

    /// <summary>Does the work; errors are logged or thrown.</summary>
    private protected abstract void Run(CancellationToken cancellation);
}
