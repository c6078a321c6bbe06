using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads what the section <c>dataset</c> says of how it is read.</summary>
internal static class DatasetRulesReader
{
    private static readonly IReadOnlyDictionary<string, ContradictionRule> s_contradictions =
        new OrderedDictionary<string, ContradictionRule>(StringComparer.Ordinal)
        {
            ["set-aside"] = ContradictionRule.SetAside,
            ["tell"] = ContradictionRule.Tell,
        };

    private static readonly IReadOnlyDictionary<string, OutlierRule> s_outliers =
        new OrderedDictionary<string, OutlierRule>(StringComparer.Ordinal)
        {
            ["tell"] = OutlierRule.Tell,
            ["clip"] = OutlierRule.Clip,
            ["leave-out"] = OutlierRule.LeaveOut,
        };

    /// <summary>Reads it; what is left out has its default.</summary>
    public static DatasetRules Read(YamlSection dataset) => new()
    {
        Contradictions = dataset.Choice("contradictions", ContradictionRule.SetAside, s_contradictions),
        Outliers = dataset.Choice("outliers", OutlierRule.Tell, s_outliers),
    };
}
