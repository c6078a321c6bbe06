using System.Text.Json;
using System.Threading.Channels;

namespace Tomography.Workflows.Worker;

/// <summary>
/// The mode <c>serve</c>: takes orders from a reader, trains them one by one, and writes reports. It ends with its input.
/// </summary>
internal sealed class OrderLoop
{
    private readonly TextWriter _reports;
    private readonly CohortTrainer _trainer;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<WorkOrder> _orders = Channel.CreateUnbounded<WorkOrder>();

    public OrderLoop(TextReader orders, TextWriter reports, CohortTrainer trainer, CancellationToken cancellation)
    {
        (_reports, _trainer) = (reports, trainer);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A thread of its own reads orders, so that the end of the input (the build is gone) is noticed in the middle of a job.
        new Thread(() => Read(orders)) { IsBackground = true, Name = "orders" }.Start();
    }

    /// <summary>Runs until the input ends.</summary>
    /// <exception cref="OperationCanceledException">Stopped in the middle of a job.</exception>
    /// <exception cref="Learning.DeviceFailedException">The device does not answer any more; its jobs were reported.</exception>
    public void Run()
    {
        while (Next() is { } order) CohortWork.Run(_trainer, order, Report, _stop.Token);
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

    private void Read(TextReader orders)
    {
        while (orders.ReadLine() is { } line)
            if (JsonSerializer.Deserialize<WorkOrder>(line, Json.Line) is { } order)
                _orders.Writer.TryWrite(order);
        _orders.Writer.Complete();
        // No build waits for a result any more: an idle worker ends, a busy one drops its models.
        _stop.Cancel();
    }

    private void Report(WorkReport report)
    {
        _reports.WriteLine(JsonSerializer.Serialize(report, Json.Line));
        _reports.Flush();
    }
}
