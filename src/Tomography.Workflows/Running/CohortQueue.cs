using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>
/// The cohorts that are still to be trained, in order. Failed jobs come again at the end; ones that another build trains rest for a while.
/// </summary>
internal sealed class CohortQueue(IEnumerable<CohortOrder> orders)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private readonly Lock _lock = new();
    private readonly LinkedList<(CohortAttempt Attempt, long NotBefore)> _waiting = new(orders.Select(o => (new CohortAttempt(o, 1), 0L)));

    /// <summary>How many jobs wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _waiting.Sum(w => w.Attempt.Order.Models.Length);
        }
    }

    /// <summary>The next cohort; null where none is left. Waits where all that are left rest.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no cohort is taken then.</exception>
    public async Task<CohortAttempt?> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (_lock)
            {
                if (_waiting.Count == 0) return null;
                var now = Stopwatch.GetTimestamp();
                for (var node = _waiting.First; node is not null; node = node.Next)
                {
                    if (node.Value.NotBefore > now) continue;
                    _waiting.Remove(node);
                    return node.Value.Attempt;
                }
            }

            await Task.Delay(Patience, cancellation);
        }
    }

    /// <summary>Puts jobs back.</summary>
    /// <param name="attempt">The jobs.</param>
    /// <param name="rest">How long they rest.</param>
    /// <param name="first">Whether they come before all others, not after them.</param>
    public void Return(CohortAttempt attempt, TimeSpan rest, bool first = false)
    {
        var place = (attempt, rest == TimeSpan.Zero ? 0 : Stopwatch.GetTimestamp() + (long)(rest.TotalSeconds * Stopwatch.Frequency));
        lock (_lock)
        {
            if (first) _waiting.AddFirst(place);
            else _waiting.AddLast(place);
        }
    }

    /// <summary>Takes out all that is left.</summary>
    public IReadOnlyList<CohortAttempt> Drain()
    {
        lock (_lock)
        {
            CohortAttempt[] left = [.. _waiting.Select(w => w.Attempt)];
            _waiting.Clear();
            return left;
        }
    }
}
