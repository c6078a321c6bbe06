using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What a dataset consists of, and what could mislead whoever learns from it.</summary>
/// <param name="Materials">How many materials it has.</param>
/// <param name="Properties">Its properties in numbers: those that are used, then those that are only declared.</param>
/// <param name="Formulas">How far formulas tell its materials apart.</param>
/// <param name="Elements">How many materials hold each element, by atomic number.</param>
/// <param name="CrystalSystems">How many materials each crystal system has; empty where none is known.</param>
/// <param name="Cells">Its cells; null where it states formulas alone.</param>
/// <param name="Sources">Where its properties come from, the source with most materials first.</param>
/// <param name="Overlaps">How many materials two sources share.</param>
/// <param name="Pairs">Properties that are declared to be the same quantity from two sources.</param>
public sealed record DatasetAudit(
    int Materials,
    ImmutableArray<PropertyAudit> Properties,
    FormulaAudit Formulas,
    ImmutableArray<ElementCount> Elements,
    ImmutableArray<NamedCount> CrystalSystems,
    CellAudit? Cells,
    ImmutableArray<SourceAudit> Sources,
    ImmutableArray<SourceOverlap> Overlaps,
    ImmutableArray<PairAudit> Pairs)
{
    /// <summary>What of the source is not in the dataset: how many rows, files and materials, by kind.</summary>
    public ImmutableArray<NamedCount> Excluded { get; init; } = [];

    /// <summary>What is odd about values, a sentence for each property and kind.</summary>
    public ImmutableArray<string> Findings { get; init; } = [];

    /// <summary>What the splits of a study let through from training to test.</summary>
    public ImmutableArray<LeakageAudit> Leakage { get; init; } = [];
}
