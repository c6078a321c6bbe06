using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads what the section <c>dataset</c> says of how it is read.</summary>
internal static class DatasetRulesReader
{
    private const string First = "first";

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

    private static readonly IReadOnlyDictionary<string, DisorderRule> s_disorder =
        new OrderedDictionary<string, DisorderRule>(StringComparer.Ordinal)
        {
            ["set-aside"] = DisorderRule.SetAside,
            ["majority"] = DisorderRule.Majority,
        };

    /// <summary>Reads it; what is left out has its default.</summary>
    public static DatasetRules Read(YamlSection dataset) => OfCrystals(dataset) with
    {
        Outliers = dataset.Choice("outliers", OutlierRule.Tell, s_outliers),
    };

    /// <summary>Reads what it says of crystals, which is all there is to say where values are not known.</summary>
    public static DatasetRules OfCrystals(YamlSection dataset) => new()
    {
        Contradictions = dataset.Choice("contradictions", ContradictionRule.SetAside, s_contradictions),
        Disorder = dataset.Choice("disorder", DisorderRule.SetAside, s_disorder),
        Block = dataset.Text("block") switch
        {
            null => null,
            First => CifBlockChoice.First,
            var name => new(name),
        },
    };
}
