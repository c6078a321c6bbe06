namespace Tomography.Analysis;

/// <summary>Orders in which values are dealt out anew, so that what they told is lost and all else stays.</summary>
internal static class ShuffledOrders
{
    /// <summary>Random orders, the same every time; by the number of samples alone, so that gaps elsewhere change nothing.</summary>
    /// <param name="samples">How many samples.</param>
    /// <param name="count">How many orders.</param>
    /// <returns>Each order holds every place once.</returns>
    public static IEnumerable<int[]> Of(int samples, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var order = Samples.Unchanged(samples);
            new SplitMixRandom(((ulong)number << 32) | (uint)samples).Shuffle(order.AsSpan());
            yield return order;
        }
    }
}
