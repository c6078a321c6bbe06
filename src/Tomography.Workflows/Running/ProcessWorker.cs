using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Tomography.Workflows;

/// <summary>A running worker: orders go in, reports come out, its standard error goes to a log file.</summary>
internal sealed class ProcessWorker : IWorker
{
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly TextWriter _log;
    private readonly Task _errors;
    private readonly Queue<string> _said = new();

    private ProcessWorker(Process process, string logPath)
    {
        (_process, ProcessId) = (process, process.Id);
        LogPath = logPath;
        // Standard error and stray lines of standard output are written to it at the same time.
        _log = TextWriter.Synchronized(
            new StreamWriter(new FileStream(logPath, FileMode.Create, FileAccess.Write, FileShare.Read)) { AutoFlush = true }
        );
        _errors = CopyErrorsAsync();
    }

    /// <inheritdoc/>
    public int ProcessId { get; }

    /// <inheritdoc/>
    public bool HasReported { get; private set; }

    /// <summary>Whether a worker that is gone ended by a signal that asks processes to stop (SIGHUP, SIGINT, SIGTERM).</summary>
    public bool WasStopped => _process.HasExited && _process.ExitCode is 129 or 130 or 143;

    /// <inheritdoc/>
    public string LogPath { get; }

    /// <summary>Starts a worker.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program does not exist.</exception>
    /// <exception cref="IOException">The log cannot be written.</exception>
    public static ProcessWorker Start(WorkerCommand command, string logFolder, int number)
    {
        Directory.CreateDirectory(logFolder);
        var process = Process.Start(command.ToStartInfo()) ?? throw new InvalidOperationException($"'{command.Program}' did not start.");
        var logName = string.Create(CultureInfo.InvariantCulture, $"worker-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{process.Id}-{number}.log");
        try
        {
            return new(process, Path.Combine(logFolder, logName));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What the worker said on standard error since its last order, and before its first one, at most the last 200 lines.
    /// </summary>
    public string[] Said()
    {
        lock (_said) return [.. _said];
    }

    /// <inheritdoc/>
    public async Task SendAsync(WorkOrder order)
    {
        // A worker that cannot start says why before it reads its first order.
        if (HasReported)
            lock (_said) _said.Clear();
        try
        {
            var line = JsonSerializer.Serialize(order, Json.Line) + "\n";
            await _process.StandardInput.BaseStream.WriteAsync(WorkerCommand.Utf8.GetBytes(line));
            await _process.StandardInput.BaseStream.FlushAsync();
        }
        catch (ObjectDisposedException e)
        {
            throw new IOException("The worker was stopped.", e);
        }
    }

    /// <summary>The next report; null when the worker is gone.</summary>
    public async Task<WorkReport?> ReceiveAsync(CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith('{') && ReportIn(line) is { } report)
            {
                HasReported = true;
                return report;
            }

            await LogAsync(line);
        }

        return null;
    }

    /// <summary>Waits for a worker that is gone and says how it ended.</summary>
    public async Task<string> DescribeEndAsync()
    {
        await _process.WaitForExitAsync();
        await _errors;
        var code = _process.ExitCode;
        var end = code switch
        {
            134 => "The worker crashed (signal 6, abort).",
            135 or 136 or 139 => $"The worker crashed (signal {code - 128}).",
            137 => "The worker was killed (signal 9), often for want of memory.",
            143 => "The worker was ended from outside (signal 15).",
            // Not every code above 128 is a signal: 150 is that of a runtime that is not installed.
            _ => $"The worker ended with exit code {code}.",
        };
        // A log that says nothing is deleted, but the failure names it.
        await LogAsync(end);
        return end;
    }

    /// <summary>Ends the worker: no more orders, then, after a grace period, a kill.</summary>
    public async ValueTask DisposeAsync()
    {
        Stop();
        using var grace = new CancellationTokenSource(GracePeriod);
        try
        {
            await _process.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        await _errors;
        try
        {
            await _log.DisposeAsync();
        }
        catch (IOException)
        {
            // As above: lines that cannot be written are lost, results are not.
        }

        if (new FileInfo(LogPath) is { Exists: true, Length: 0 } empty) empty.Delete();
        _process.Dispose();
    }

    /// <summary>Ends its input, which it takes for the end of its work: no signal is needed, and none has to be there.</summary>
    public void Stop()
    {
        try
        {
            _process.StandardInput.BaseStream.Dispose();
        }
        catch (IOException)
        {
            // The worker is gone already.
        }
    }

    private static WorkReport? ReportIn(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkReport>(line, Json.Line);
        }
        catch (JsonException)
        {
            return null; // something else that starts with a brace; it goes to the log
        }
    }

    private async Task CopyErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line) await LogAsync(line);
    }

    private async Task LogAsync(string line)
    {
        const int MostLines = 200;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > MostLines) _said.Dequeue();
        }

        try
        {
            await _log.WriteLineAsync(line);
        }
        catch (IOException)
        {
            // The disk is full or gone. What the worker says must be read on all the same: it would wait for that forever.
        }
    }
}
