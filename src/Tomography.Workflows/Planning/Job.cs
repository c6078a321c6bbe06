using System.Text.Json.Serialization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>One model to train.</summary>
/// <param name="Key">The name of its result in the store.</param>
/// <param name="Variant">Id of its variant; empty where the experiment has no matrix.</param>
/// <param name="Spec">What the model is.</param>
/// <param name="Keeps">What it leaves in the store beside its result.</param>
public sealed record Job(JobKey Key, string Variant, ModelSpec Spec, Kept Keeps)
{
    /// <summary>Whether results of others ask for it, in a round after them: it is no part of the grid, nor of the tables of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Follows { get; init; }

    /// <summary>
    /// What people call the job: <c>structure band-gap + density, seed 123</c>; with a matrix, its variant's id behind it.
    /// </summary>
    [JsonIgnore]
    public string Title => $"{Spec}{(Variant.Length > 0 ? $" [{Variant}]" : "")}";
}
