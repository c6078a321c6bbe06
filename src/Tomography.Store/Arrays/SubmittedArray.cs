using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Tomography.Store;

/// <summary>
/// What was handed to a cluster's scheduler: tasks that are all alike, each a worker that takes from one plan what is missing.
/// </summary>
/// <param name="Id">The name of its folder in the store.</param>
/// <param name="Submitted">When, UTC.</param>
/// <param name="User">By whom.</param>
/// <param name="Host">On which machine.</param>
/// <param name="Experiments">Names of the experiments.</param>
/// <param name="Models">Models of the plan, each counted once.</param>
/// <param name="Tasks">How many tasks, at least 1.</param>
/// <param name="AtOnce">How many of them may run at a time, at least 1.</param>
/// <param name="LimitSeconds">Seconds that the scheduler gives a task each time it runs.</param>
/// <param name="Requeues">How often a task may put itself back into the queue.</param>
/// <param name="OnGpus">Whether each task has a GPU; else it uses the cores that it was given.</param>
public sealed record SubmittedArray(
    string Id,
    DateTimeOffset Submitted,
    string User,
    string Host,
    ImmutableArray<string> Experiments,
    int Models,
    int Tasks,
    int AtOnce,
    double LimitSeconds,
    int Requeues,
    bool OnGpus)
{
    /// <summary>How long before its limit a task stops: time to write checkpoints and to put itself back into the queue.</summary>
    [JsonIgnore]
    public TimeSpan Lead => TimeSpan.FromSeconds(Math.Clamp(LimitSeconds / 10, 10, 120));
}
