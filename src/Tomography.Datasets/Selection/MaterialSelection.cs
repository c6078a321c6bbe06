using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Which materials of a dataset an experiment studies.</summary>
/// <param name="Conditions">What all of them must fulfil.</param>
/// <param name="Formulas">Which of those that do are taken by how often their formula comes among them.</param>
public sealed record MaterialSelection(ImmutableArray<MaterialCondition> Conditions, FormulaRule Formulas)
{
    /// <summary>All materials.</summary>
    public static MaterialSelection All { get; } = new([], FormulaRule.All);

    /// <summary>Whether nothing is left out by it.</summary>
    public bool IsAll => Conditions.IsEmpty && Formulas == FormulaRule.All;

    /// <summary>The properties that it asks about.</summary>
    public IEnumerable<PropertyName> Properties => Conditions.Select(c => c.Property);

    /// <summary>It in words, in an order that does not depend on that of the file; empty where all are taken.</summary>
    public string Words => string.Join(
        "; ",
        Conditions.Select(c => c.Words).Order(StringComparer.Ordinal).Concat(Formulas == FormulaRule.All ? [] : [FormulaWords]));

    private string FormulaWords => Formulas == FormulaRule.Unique ? "a formula that comes once" : "a formula that comes more than once";

    /// <summary>What is left of materials, step by step: each condition, then the rule of formulas.</summary>
    /// <param name="materials">The materials.</param>
    /// <param name="column">A property over the materials; every condition's property must have one.</param>
    public ImmutableArray<SelectionStep> Steps(ImmutableArray<Material> materials, Func<PropertyName, PropertyColumn> column)
    {
        var steps = ImmutableArray.CreateBuilder<SelectionStep>();
        ImmutableArray<int> left = [.. Enumerable.Range(0, materials.Length)];
        foreach (var condition in Conditions)
        {
            var values = column(condition.Property);
            left = [.. left.Where(i => values.Has(i) && condition.Holds(values.Property, values.Values[i]))];
            steps.Add(new(condition.Words, left));
        }

        if (Formulas != FormulaRule.All)
        {
            var counts = left.CountBy(i => materials[i].Formula, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var isWanted = (int count) => count == 1 == (Formulas == FormulaRule.Unique);
            steps.Add(new(FormulaWords, [.. left.Where(i => isWanted(counts[materials[i].Formula]))]));
        }

        return steps.ToImmutable();
    }
}
