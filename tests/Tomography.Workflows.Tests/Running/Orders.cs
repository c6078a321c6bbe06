using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Orders that nobody trains.</summary>
internal static class Orders
{
    /// <summary>A cohort of models whose keys are single characters.</summary>
    public static CohortOrder Of(string keys, string graphs = "", int retries = 1) => new(
        "table", graphs, "split", default, 1, new(), TrainingSettings.Default, [], retries, 60, [],
        [.. keys.Select(key => new ModelOrder(new($"{key}"), $"{key}", new("density"), default, Kept.Nothing, []))]);
}
