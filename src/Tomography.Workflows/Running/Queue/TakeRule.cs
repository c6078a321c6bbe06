namespace Tomography.Workflows;

/// <summary>What a slot takes from the queue.</summary>
/// <param name="Size">How many models at most, at least 1.</param>
internal sealed record TakeRule(int Size)
{
    /// <summary>
    /// Whether it takes from the end: a core beside GPUs, which take whole cohorts from the front. If not, it takes the first that there
    /// is.
    /// </summary>
    public bool FromBack { get; init; }

    /// <summary>
    /// How many GPUs share what waits, each with all that it holds, and fill up what one cohort lacks with others that join it; null for a
    /// core, which takes of one cohort only.
    /// </summary>
    public Func<int>? Sharers { get; init; }

    /// <summary>Whether it should begin an order at all now.</summary>
    public Func<CohortOrder, bool> ShouldBegin { get; init; } = _ => true;
}
