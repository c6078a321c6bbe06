using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What a slot took from the queue: tries that are made side by side.</summary>
/// <param name="Parts">At least one; several are first tries and join each other.</param>
internal sealed record WorkAttempt(ImmutableArray<CohortAttempt> Parts)
{
    /// <summary>What the worker is told.</summary>
    public WorkOrder Order { get; } = new([.. Parts.Select(p => p.Order)]);

    /// <summary>The models, each with its try.</summary>
    public Dictionary<JobKey, (CohortAttempt Attempt, ModelOrder Model)> ByKey() =>
        Parts.SelectMany(p => p.Order.Models, (p, m) => (p, m)).ToDictionary(m => m.m.Key);
}
