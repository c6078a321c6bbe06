using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Tomography.Store;

/// <summary>What a worker is told to train side by side: one line of JSON on its standard input.</summary>
/// <param name="Cohorts">At least one; several join each other, see <see cref="CohortOrder.Joins"/>.</param>
public sealed record WorkOrder(ImmutableArray<CohortOrder> Cohorts)
{
    /// <summary>The models, each with its cohort.</summary>
    [JsonIgnore]
    public IEnumerable<(CohortOrder Cohort, ModelOrder Model)> Models => Cohorts.SelectMany(c => c.Models, (c, m) => (c, m));

    /// <summary>Seconds between two checkpoints: the least that a cohort asks for.</summary>
    [JsonIgnore]
    public double CheckpointSeconds => Cohorts.Min(c => c.CheckpointSeconds);

    /// <summary>
    /// Orders of at most so many models. A cohort is cut where it has more; an order that it does not fill takes the next ones that can be
    /// trained side by side with it.
    /// </summary>
    /// <param name="cohorts">The cohorts, in the order in which to train them.</param>
    /// <param name="size">Models of an order, at least 1.</param>
    public static ImmutableArray<WorkOrder> Pack(IEnumerable<CohortOrder> cohorts, int size)
    {
        var left = new LinkedList<CohortOrder>(cohorts);
        var orders = ImmutableArray.CreateBuilder<WorkOrder>();
        while (left.First is { } first)
        {
            var parts = ImmutableArray.CreateBuilder<CohortOrder>();
            var room = size;
            for (LinkedListNode<CohortOrder>? node = first, next; node is not null && room > 0; node = next)
            {
                next = node.Next;
                if (parts.Count > 0 && !node.Value.Joins(parts[0])) continue;
                var (part, rest) = node.Value.CutAfter(room);
                parts.Add(part);
                room -= part.Models.Length;
                if (rest is null) left.Remove(node);
                else node.Value = rest;
            }

            orders.Add(new(parts.ToImmutable()));
        }

        return orders.ToImmutable();
    }
}
