using System.Collections.Immutable;
using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>
/// The cohorts that are still to be trained, in order. They are cut when they are taken, as each device likes. Failed jobs come again at
/// the end; ones that another build trains rest for a while. A model that starts from one of them waits until that is done.
/// </summary>
internal sealed class CohortQueue(IReadOnlyList<CohortOrder> orders)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private readonly Lock _lock = new();
    private readonly LinkedList<(CohortAttempt Attempt, long NotBefore)> _waiting = new(orders.Select(o => (new CohortAttempt(o, 1), 0L)));
    private readonly HashSet<JobKey> _pendingSources = SourcesAmong(orders);
    private int _shared;

    /// <summary>How many jobs wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return CountWaiting();
        }
    }

    /// <summary>
    /// What a slot trains next; null where nothing is left. Waits where all that is left rests, or is to be left to others, or is with a
    /// GPU: those are given back where it fails.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; no cohort is taken then.</exception>
    public async Task<WorkAttempt?> TakeAsync(TakeRule rule, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (_lock)
            {
                if (_waiting.Count == 0 && _shared == 0) return null;
                if (Take(rule, Stopwatch.GetTimestamp()) is { } attempt) return attempt;
            }

            await Task.Delay(Patience, cancellation);
        }
    }

    /// <summary>What a slot took is over: what it did not do was returned.</summary>
    public void Over(TakeRule rule)
    {
        lock (_lock)
            if (rule.Sharers is not null)
                _shared--;
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

    /// <summary>A job is done: what starts from it may be taken.</summary>
    public void Done(JobKey job)
    {
        lock (_lock) _pendingSources.Remove(job);
    }

    /// <summary>Takes out the models that start from a job, which has failed for good.</summary>
    public IReadOnlyList<ModelOrder> TakeStartedFrom(JobKey job)
    {
        lock (_lock)
        {
            if (!_pendingSources.Contains(job)) return [];
            var taken = new List<ModelOrder>();
            for (LinkedListNode<(CohortAttempt Attempt, long NotBefore)>? node = _waiting.First, next; node is not null; node = next)
            {
                next = node.Next;
                var (attempt, notBefore) = node.Value;
                taken.AddRange(attempt.Order.Models.Where(m => m.Start?.Source == job));
                var left = attempt.Order.Only(m => m.Start?.Source != job);
                if (left is null) _waiting.Remove(node);
                else node.Value = (attempt with { Order = left }, notBefore);
            }

            return taken;
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

    private int CountWaiting() => _waiting.Sum(w => w.Attempt.Order.Models.Length);

    private WorkAttempt? Take(TakeRule rule, long now)
    {
        var room = rule.Sharers is { } sharers ? Math.Min(rule.Size, ShareOf(sharers())) : rule.Size;
        var parts = ImmutableArray.CreateBuilder<CohortAttempt>();
        var declined = new List<CohortOrder>();
        for (var node = rule.FromBack ? _waiting.Last : _waiting.First; node is not null;)
        {
            var here = node;
            node = rule.FromBack ? node.Previous : node.Next;
            var (attempt, notBefore) = here.Value;
            if (notBefore > now) continue;
            if (parts.Count > 0 && !(attempt.Number == 1 && attempt.Order.Joins(parts[0].Order))) continue;
            if (attempt.Order.Only(IsReady) is not { } ready) continue;
            var (part, rest) = Cut(ready, room, rule.FromBack);
            if (parts.Count == 0 && !ShouldBegin(part)) continue;
            parts.Add(attempt with { Order = part });
            var left = ReferenceEquals(ready, attempt.Order) ? rest : attempt.Order.Only(m => !part.Keys.Contains(m.Key));
            if (left is null) _waiting.Remove(here);
            else here.Value = (attempt with { Order = left }, notBefore);
            room -= part.Models.Length;
            // Who is tried again is tried alone.
            if (room == 0 || rule.Sharers is null || attempt.Number > 1) break;
        }

        if (parts.Count == 0) return null;
        if (rule.Sharers is not null) _shared++;
        return new(parts.ToImmutable());

        bool ShouldBegin(CohortOrder order)
        {
            // What is said of one holds of all that are like it: the queue may be long, and is asked often.
            if (declined.Exists(order.Joins)) return false;
            if (rule.ShouldBegin(order)) return true;
            declined.Add(order);
            return false;
        }
    }

    private bool IsReady(ModelOrder model) => model.Start is not { } start || !_pendingSources.Contains(start.Source);

    private static HashSet<JobKey> SourcesAmong(IReadOnlyList<CohortOrder> orders)
    {
        var sources = orders.SelectMany(o => o.Models).Select(m => m.Start?.Source).OfType<JobKey>().ToHashSet();
        sources.IntersectWith(orders.SelectMany(o => o.Keys));
        return sources;
    }

    /// <summary>The share of a GPU: those that train already come again when they are done.</summary>
    private int ShareOf(int gpus)
    {
        var idle = Math.Max(1, gpus - _shared);
        return Math.Max(1, (CountWaiting() + idle - 1) / idle);
    }

    private static (CohortOrder Part, CohortOrder? Left) Cut(CohortOrder order, int size, bool fromBack)
    {
        if (!fromBack || order.Models.Length <= size) return order.CutAfter(size);
        var (left, part) = order.CutAfter(order.Models.Length - size);
        return (part!, left);
    }
}
