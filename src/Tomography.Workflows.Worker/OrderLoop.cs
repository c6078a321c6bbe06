using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Tomography.Workflows.Worker;

/// <summary>Takes orders from a reader, trains them one by one, and writes reports.</summary>
internal sealed class OrderLoop
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(500);
    private readonly TextWriter _reports;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<WorkOrder> _orders = Channel.CreateUnbounded<WorkOrder>();
    private readonly JobTrainer _trainer = new();

    public OrderLoop(TextReader orders, TextWriter reports, CancellationToken cancellation)
    {
        _reports = reports;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A thread of its own reads orders, so that the end of the input (the build is gone) is noticed in the middle of a job.
        new Thread(() => Read(orders)) { IsBackground = true, Name = "orders" }.Start();
    }

    /// <summary>Runs until the input ends.</summary>
    /// <exception cref="OperationCanceledException">Stopped in the middle of a job.</exception>
    public void Run()
    {
        while (Next() is { } order) Report(Train(order));
    }

    /// <summary>The next order; null where there is none to come, or none is wanted any more.</summary>
    private WorkOrder? Next()
    {
        try
        {
            return _orders.Reader.ReadAsync(_stop.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }

    private WorkReport Train(WorkOrder order)
    {
        var sinceReport = Stopwatch.StartNew();
        // Said before anything is loaded: what ends the worker from here on is this job's fault.
        Report(new(WorkReportKind.Started, order.Key));
        try
        {
            return new(_trainer.Train(order, Tell, _stop.Token), order.Key);
        }
        catch (StoreException e)
        {
            return new(WorkReportKind.StoreFailed, order.Key, Message: e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // The whole story goes to the job's log; the report tells the user what happened.
            return new(WorkReportKind.Failed, order.Key, Message: e.Message, Details: e.ToString());
        }

        void Tell(WorkReport report)
        {
            if (report.Kind == WorkReportKind.Epoch && sinceReport.Elapsed < ReportInterval) return;
            if (report.Kind == WorkReportKind.Epoch) sinceReport.Restart();
            Report(report);
        }
    }

    private void Read(TextReader orders)
    {
        while (orders.ReadLine() is { } line)
        {
            if (JsonSerializer.Deserialize<WorkOrder>(line, Json.Line) is not { } order) continue;
            _orders.Writer.TryWrite(order);
        }

        _orders.Writer.Complete();
        // No build waits for a result any more: an idle worker ends, a busy one drops its job.
        _stop.Cancel();
    }

    private void Report(WorkReport report)
    {
        _reports.WriteLine(JsonSerializer.Serialize(report, Json.Line));
        _reports.Flush();
    }
}
