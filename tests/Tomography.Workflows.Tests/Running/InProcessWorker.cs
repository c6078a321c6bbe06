using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Tomography.Learning;
using Tomography.Workflows.Worker;

namespace Tomography.Workflows.Tests;

/// <summary>A worker that is a thread of this process. What its loop does not catch ends it, as it ends a process.</summary>
internal sealed class InProcessWorker : IWorker
{
    private readonly BlockingCollection<string> _orders = [];
    private readonly Channel<string> _reports = Channel.CreateUnbounded<string>();
    private readonly Task _work;

    public InProcessWorker(StoreFolders folders, IComputeDevice device)
    {
        var loop = new OrderLoop(
            new LineReader(_orders), new LineWriter(_reports.Writer), new CohortTrainer(folders, device), CancellationToken.None);
        _work = Task.Factory.StartNew(() => Run(loop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public int ProcessId => Environment.ProcessId;

    public bool HasReported { get; private set; }

    public bool WasStopped => _work is { IsFaulted: true, Exception.InnerException: OperationCanceledException };

    public string LogPath => "";

    public string[] Said() => [];

    public Task SendAsync(WorkOrder order)
    {
        _orders.Add(JsonSerializer.Serialize(order, Json.Line));
        return Task.CompletedTask;
    }

    public async Task<WorkReport?> ReceiveAsync(CancellationToken cancellation)
    {
        if (!await _reports.Reader.WaitToReadAsync(cancellation)) return null;
        HasReported = true;
        return JsonSerializer.Deserialize<WorkReport>(await _reports.Reader.ReadAsync(cancellation), Json.Line);
    }

    public async Task<string> DescribeEndAsync()
    {
        await _work.ContinueWith(_ => { }, TaskScheduler.Default);
        return $"The worker ended: {_work.Exception?.InnerException?.Message}";
    }

    public void Stop() => _orders.CompleteAdding();

    public async ValueTask DisposeAsync()
    {
        Stop();
        await DescribeEndAsync();
    }

    private void Run(OrderLoop loop)
    {
        try
        {
            loop.Run();
        }
        finally
        {
            _reports.Writer.Complete();
        }
    }
}
