using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What a cluster wants to know of an array, and what its users want of it: the file that <c>-p:Cluster</c> names.</summary>
/// <param name="File">Full path of the file.</param>
/// <param name="Tasks">Tasks of the array at most, 1 to 10,000.</param>
/// <param name="AtOnce">How many may run at a time, 1 to 10,000.</param>
/// <param name="Limit">The time that a task is given each time it runs, at least a minute.</param>
public sealed record ClusterSite(string File, int Tasks, int AtOnce, TimeSpan Limit)
{
    /// <summary>Cores of a task, each with a worker; 1 to 1,024.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>GPUs of a task, 0 or 1. With a GPU a task has one worker, on it.</summary>
    public int Gpus { get; init; }

    /// <summary>The kind of GPU, as the cluster calls it; empty for any.</summary>
    public string GpuType { get; init; } = "";

    /// <summary>Memory of a task, like <c>8G</c>; empty for what the cluster gives.</summary>
    public string Memory { get; init; } = "";

    /// <summary>The partition; empty for the cluster's usual one.</summary>
    public string Partition { get; init; } = "";

    /// <summary>Whom the cluster charges; empty for the user's usual account.</summary>
    public string Account { get; init; } = "";

    /// <summary>What nodes must have; empty for any.</summary>
    public string Constraint { get; init; } = "";

    /// <summary>How often a task may put itself back into the queue, 0 to 1,000.</summary>
    public int Requeues { get; init; } = 20;

    /// <summary>Modules that are loaded first.</summary>
    public ImmutableArray<string> Modules { get; init; } = [];

    /// <summary>Further options of <c>sbatch</c>, each as on its command line.</summary>
    public ImmutableArray<string> Sbatch { get; init; } = [];

    /// <summary>Lines of the shell before the worker starts.</summary>
    public ImmutableArray<string> Setup { get; init; } = [];

    /// <summary>Full path of the script's template; empty for the one that is shipped.</summary>
    public string Template { get; init; } = "";
}
