namespace Tomography.Workflows;

/// <summary>
/// Someone who trains: orders go in, reports come out. A process of this machine in a build; something in the test's own process in a
/// test.
/// </summary>
public interface IWorker : IAsyncDisposable
{
    /// <summary>The process that trains, which its results name.</summary>
    int ProcessId { get; }

    /// <summary>Whether it has ever reported: a worker that has can train, and what ends it is its jobs' fault.</summary>
    bool HasReported { get; }

    /// <summary>Whether it is gone because it was asked to stop from outside.</summary>
    bool WasStopped { get; }

    /// <summary>Where what it says beside reports goes.</summary>
    string LogPath { get; }

    /// <summary>What it said beside reports since its last order, and before its first one, at most the last 200 lines.</summary>
    string[] Said();

    /// <summary>Sends an order. It reports each model's end: done, busy, failed.</summary>
    /// <exception cref="IOException">The worker is gone.</exception>
    Task SendAsync(WorkOrder order);

    /// <summary>The next report; null when the worker is gone.</summary>
    Task<WorkReport?> ReceiveAsync(CancellationToken cancellation);

    /// <summary>Waits for a worker that is gone and says how it ended.</summary>
    Task<string> DescribeEndAsync();

    /// <summary>Asks it to leave checkpoints and end.</summary>
    void Stop();
}
