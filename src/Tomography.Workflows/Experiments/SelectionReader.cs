using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads which materials of the dataset an experiment studies: <c>dataset.where</c> and <c>dataset.formulas</c>.</summary>
internal static class SelectionReader
{
    /// <summary>The key of the conditions.</summary>
    public const string Where = "where";

    /// <summary>The key of the rule of formulas.</summary>
    public const string Formulas = "formulas";

    /// <summary>What the conditions may look like.</summary>
    public const string Example = "e-above-hull: { below: 0.05 }";

    /// <summary>The words of the rule of formulas.</summary>
    public static IReadOnlyDictionary<string, FormulaRule> FormulaRules { get; } =
        new OrderedDictionary<string, FormulaRule>(StringComparer.Ordinal)
        {
            ["all"] = FormulaRule.All,
            ["unique"] = FormulaRule.Unique,
            ["repeated"] = FormulaRule.Repeated,
        };

    /// <summary>Reads them, once it is known which properties there are.</summary>
    /// <param name="dataset">The section <c>dataset</c>.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static MaterialSelection Read(YamlSection dataset, YamlSection.TryMap<PropertyName> property)
    {
        var rule = dataset.Choice(Formulas, FormulaRule.All, FormulaRules);
        if (!dataset.Has(Where)) return new([], rule);
        var where = dataset.Section(Where, Example);
        if (dataset.HasSection(Where) && where.Keys.Count == 0)
            dataset.Error(
                DiagnosticCodes.WrongForm, Where, $"'{dataset.PathOf(Where)}' states no condition: add one like '{Example}', or leave it "
                    + "out.");
        var conditions = ImmutableArray.CreateBuilder<MaterialCondition>();
        foreach (var key in where.Keys)
        {
            if (!property(key, where.MarkOf(key), where.PathOf(key), out var name)) continue;
            if (conditions.Any(c => c.Property == name))
                where.Error(
                    DiagnosticCodes.Duplicate, key, $"'{where.PathOf(key)}' states a second condition for '{name}'; "
                        + "write both into one.");
            else if ((where.HasSection(key) ? Range(where, key, name) : OneOf(where, key, name)) is { } condition)
                conditions.Add(condition);
        }

        return new(conditions.ToImmutable(), rule);
    }

    private static MaterialCondition? Range(YamlSection where, string key, PropertyName name)
    {
        var section = where.Section(key, "below: 0.05");
        var (low, high) = BoundsReader.Read(section, "A condition");
        if (low is null && high is null && section.HasOnlyKnownKeys && !section.HasProblem)
            where.Error(
                DiagnosticCodes.WrongForm, key, $"'{where.PathOf(key)}' needs a bound, like {{ below: 0.05 }} or {{ between: [1, 2] }}.");
        section.Finish();
        return section.HasProblem || (low, high) == (null, null) ? null : new MaterialCondition.Range(name, low, high);
    }

    private static MaterialCondition? OneOf(YamlSection where, string key, PropertyName name)
    {
        var classes = where.List(
            key, static (string text, YamlDotNet.Core.Mark _, string _, out string value) =>
            {
                value = text;
                return true;
            });
        return classes is not { Count: > 0 } ? null : new MaterialCondition.OneOf(name, [.. classes.Select(c => c.Value)]);
    }
}
