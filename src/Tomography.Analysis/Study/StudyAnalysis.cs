using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Everything a report says about a study. Each analysis has a member of its own.</summary>
public sealed record StudyAnalysis
{
    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>The dataset in numbers.</summary>
    public required DatasetSummary Dataset { get; init; }

    /// <summary>Representations, in the order of the experiment.</summary>
    public required ImmutableArray<Representation> Representations { get; init; }

    /// <summary>Targets, in the order of the experiment.</summary>
    public required ImmutableArray<Property> Targets { get; init; }

    /// <summary>Features and sets of them, the rows of the tables, in the order of the experiment.</summary>
    public required ImmutableArray<PropertySet> Features { get; init; }

    /// <summary>What targets and features name, each once.</summary>
    public required ImmutableArray<Property> Properties { get; init; }

    /// <summary>Seeds, in the order of the experiment.</summary>
    public required ImmutableArray<int> Seeds { get; init; }

    /// <summary>Features that are controls.</summary>
    public required ImmutableArray<PropertyName> Controls { get; init; }

    /// <summary>How many models the study asks for.</summary>
    public required int PlannedModels { get; init; }

    /// <summary>Models that are not there.</summary>
    public required ImmutableArray<ModelSpec> MissingModels { get; init; }

    /// <summary>One importance table per representation.</summary>
    public required ImmutableArray<ImportanceTable> Importance { get; init; }

    /// <summary>Table 1 in the form of [T].</summary>
    public required SignificanceSets PooledSets { get; init; }

    /// <summary>Table 1 in the paired form.</summary>
    public required SignificanceSets PairedSets { get; init; }

    /// <summary>Table 1 by verdicts.</summary>
    public required VerdictSets VerdictSets { get; init; }

    /// <summary>The couplings in numbers: per representation the form of [T], then the paired form.</summary>
    public required ImmutableArray<CouplingSummary> Couplings { get; init; }

    /// <summary>What is concluded of each edge: by representation, target and feature, in the order of the study.</summary>
    public required ImmutableArray<EdgeVerdict> Verdicts { get; init; }

    /// <summary>When these verdicts were given.</summary>
    public VerdictSettings VerdictSettings { get; init; } = new();

    /// <summary>Errors of the baselines, one per representation and target: on all materials that have the target.</summary>
    public required ImmutableArray<BaselineError> Baselines { get; init; }

    /// <summary>
    /// Errors of further baselines, by representation and target: each on fewer materials, those that have a feature with gaps.
    /// </summary>
    public required ImmutableArray<BaselineError> ReducedBaselines { get; init; }

    /// <summary>How far each target follows from the formula alone; empty where values and formulas were not given.</summary>
    public required ImmutableArray<CompositionCeiling> Ceilings { get; init; }

    /// <summary>How much of its error each target's own value takes off, where that is measured; by representation and target.</summary>
    public required ImmutableArray<PositiveControl> PositiveControls { get; init; }

    /// <summary>Lattices, their measures and regimes, what to trust and what to do next.</summary>
    public required EntanglementAnalysis Entanglement { get; init; }

    /// <summary>What learning targets together does; null where the study learns none together.</summary>
    public TransferAnalysis? Transfer { get; init; }

    /// <summary>What starting from trained models does; null where the study has none that do.</summary>
    public SequenceAnalysis? Sequence { get; init; }

    /// <summary>What features and targets tell about each other; null where the values of the properties were not given.</summary>
    public required InformationTable? Information { get; init; }

    /// <summary>How sure predictions are; null where it was not asked for.</summary>
    public UncertaintyAnalysis? Uncertainty { get; init; }

    /// <summary>Which smallest sets of properties suffice, by representation and then question; empty where nobody asked.</summary>
    public ImmutableArray<SufficiencyAnalysis> Sufficiency { get; init; } = [];

    /// <summary>
    /// How far measured properties single out a material, by representation; empty where nobody asked, or where predictions are not there.
    /// </summary>
    public ImmutableArray<RetrievalAnalysis> Retrieval { get; init; } = [];

    /// <summary>
    /// Whether features that add information reduce the error: per representation, then its targets with features enough; empty without
    /// information.
    /// </summary>
    public required ImmutableArray<ImportanceAgreement> Agreements { get; init; }

    /// <summary>
    /// Whether not all cells and baselines stand on the same number of materials, because some materials lack a property.
    /// </summary>
    public bool MaterialsDiffer => Importance.SelectMany(table => table.Cells).Select(cell => cell.Materials)
        .Concat(Baselines.Concat(ReducedBaselines).Select(baseline => baseline.Materials))
        .OfType<int>().Distinct().Skip(1).Any();

    /// <summary>Whether every model that the study asks for is there.</summary>
    public bool IsComplete => MissingModels.IsEmpty;

    /// <summary>The rows of one property that is no control.</summary>
    public IEnumerable<Property> SingleFeatures =>
        Features.Select(row => row.Single).OfType<PropertyName>().Where(name => !Controls.Contains(name)).Select(Property);

    /// <summary>A property by its name.</summary>
    /// <exception cref="InvalidOperationException">The study does not name it.</exception>
    public Property Property(PropertyName name) => Properties.Concat(Transfer?.Properties ?? []).First(property => property.Name == name);

    /// <summary>The verdict on features and a target in a representation; null where none is asked for.</summary>
    public EdgeVerdict? Verdict(Representation representation, PropertySet features, PropertyName target) => Verdicts.FirstOrDefault(
        verdict => verdict.Representation == representation && verdict.Feature == features && verdict.Target == target);

    /// <summary>Table 1 in a form of importance.</summary>
    public SignificanceSets Sets(ImportanceForm form) => form == ImportanceForm.Pooled ? PooledSets : PairedSets;
}
