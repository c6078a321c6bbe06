namespace Tomography.Learning.Cuda;

/// <summary>How large a batch may be.</summary>
/// <param name="Crystals">Crystals.</param>
/// <param name="Nodes">Nodes of all its crystals.</param>
/// <param name="Bonds">Bonds of all its crystals.</param>
/// <param name="Distances">Distinct distances of all its crystals.</param>
internal readonly record struct BatchRoom(int Crystals, int Nodes, int Bonds, int Distances)
{
    /// <summary>Whether another fits.</summary>
    public bool Holds(BatchRoom other) =>
        other.Crystals <= Crystals && other.Nodes <= Nodes && other.Bonds <= Bonds && other.Distances <= Distances;

    /// <summary>The least that holds both.</summary>
    public BatchRoom Or(BatchRoom other) => new(
        Math.Max(Crystals, other.Crystals), Math.Max(Nodes, other.Nodes), Math.Max(Bonds, other.Bonds),
        Math.Max(Distances, other.Distances));

    /// <summary>
    /// What batches of a size need, most likely: the mean, three standard deviations more, and at least the largest crystal. Where a
    /// batch needs more after all, memory grows.
    /// </summary>
    public static BatchRoom Likely(GraphSizes sizes, int batchSize)
    {
        var crystals = Math.Min(batchSize, sizes.Count);
        return new(crystals, Room(sizes.Nodes), Room(sizes.Bonds), Room(sizes.Distances));

        int Room(CountStatistics count) => (int)Math.Max(
            count.Largest, Math.Min(crystals * (double)count.Largest, crystals * count.Mean + 3 * Math.Sqrt(crystals) * count.Deviation));
    }
}
