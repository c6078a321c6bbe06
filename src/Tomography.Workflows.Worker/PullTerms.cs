using System.Collections.Immutable;

namespace Tomography.Workflows.Worker;

/// <summary>What a worker that pulls heeds beyond its plan.</summary>
internal sealed record PullTerms
{
    /// <summary>Where in the plan it begins, from 0 to below 1: workers that begin apart do not ask for the same models.</summary>
    public double Begin { get; init; }

    /// <summary>
    /// Whether it reads each result that it finds, to see that it is whole; else it looks for the files only. Many workers that each read
    /// all of a store would be a burden to its file system.
    /// </summary>
    public bool Verifies { get; init; } = true;

    /// <summary>Whether there is time for an order.</summary>
    public Func<WorkOrder, bool> Fits { get; init; } = _ => true;

    /// <summary>Whether it waits where all that is left is trained by others; asked again and again.</summary>
    public Func<bool> Waits { get; init; } = () => true;

    /// <summary>The models that others have given up.</summary>
    public Func<ImmutableHashSet<JobKey>> GivenUp { get; init; } = () => [];

    /// <summary>Hears of a model that is given up.</summary>
    public Action<JobKey> GiveUp { get; init; } = _ => { };

    /// <summary>Hears of a model that was trained.</summary>
    public Action<CohortOrder, ModelOrder> Trained { get; init; } = (_, _) => { };
}
