using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Store;

namespace Tomography.Workflows;

/// <summary>What models predict of the test part of a fold.</summary>
/// <param name="Fold">The fold.</param>
/// <param name="Seeds">The seeds whose models predict it.</param>
/// <param name="Test">The materials of the test part.</param>
/// <param name="Predicted">The mean over the seeds, per material of the test part.</param>
internal sealed record MatbenchFold(
    int Fold, ImmutableArray<int> Seeds, ImmutableArray<int> Test, ImmutableArray<double> Predicted)
{
    /// <summary>The fold as a record of matbench states it.</summary>
    /// <param name="ids">The ids of materials.</param>
    /// <param name="values">The true values of materials.</param>
    /// <param name="settings">What the models were trained with.</param>
    public JsonObject Record(ImmutableArray<string> ids, ImmutableArray<double> values, JsonObject settings)
    {
        var scores = MatbenchScores.Of([.. Test.Select((material, i) => (values[material], Predicted[i]))]);
        return new()
        {
            ["data"] = new JsonObject(Test.Select((material, i) => KeyValuePair.Create(ids[material], (JsonNode?)Predicted[i]))),
            ["parameters"] = new JsonObject
            {
                ["seeds"] = new JsonArray([.. Seeds.Select(s => (JsonNode)s)]),
                ["settings"] = settings.DeepClone(),
            },
            ["scores"] = new JsonObject
            {
                ["mae"] = scores.Mae,
                ["rmse"] = scores.Rmse,
                ["mape"] = scores.Mape,
                ["max_error"] = scores.MaxError,
            },
        };
    }

    /// <summary>A fold from what the models of one or more seeds predict, each for the same test part.</summary>
    public static MatbenchFold Of(int fold, ImmutableArray<int> test, IReadOnlyList<(int Seed, ImmutableArray<float> Predicted)> models) =>
        new(
            fold, [.. models.Select(m => m.Seed)], test,
            [.. Enumerable.Range(0, test.Length).Select(i => models.Average(m => (double)m.Predicted[i]))]);
}
