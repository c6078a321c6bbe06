using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Settings of an analysis, and what it can use beyond the scores. The defaults use nothing more.</summary>
public sealed record AnalysisOptions
{
    /// <summary>How lattices are built and measured.</summary>
    public LatticeSettings Lattice { get; init; } = new();

    /// <summary>Thresholds of the regimes.</summary>
    public RegimeThresholds Regimes { get; init; } = new();

    /// <summary>How many seeds steering asks for.</summary>
    public SteeringSettings Steering { get; init; } = new();

    /// <summary>Weight of the uncertainty in the trade-off; at least 0.</summary>
    public double Alpha { get; init; } = 0.5;

    /// <summary>Weight of the loss in the trade-off; at least 0.</summary>
    public double Beta { get; init; } = 0.5;

    /// <summary>How much of an uncertainty comes from the sources, from 0 to 0.99.</summary>
    public double UncertaintyDamping { get; init; } = UncertaintySpread.DefaultDamping;

    /// <summary>Share of the new weight in an update of the loop, above 0 to 1.</summary>
    public double LoopDamping { get; init; } = 0.5;

    /// <summary>Sum of changes along the strongest cycle below which the loop is at rest; above 0.</summary>
    public double LoopTolerance { get; init; } = 0.05;

    /// <summary>
    /// Lattices of features of earlier runs, oldest first, each run with one lattice per representation; for drift and loop closure.
    /// </summary>
    public ImmutableArray<ImmutableArray<EntanglementLattice>> EarlierRuns { get; init; } = [];

    /// <summary>
    /// The runs of a history of one kind of lattice that are earlier than one with these lattices, one per representation; for features in
    /// place of <see cref="EarlierRuns"/>: a history that holds this run already, or later ones, can only be read once its lattices are
    /// known.
    /// </summary>
    public Func<LatticeKind, ImmutableArray<EntanglementLattice>, ImmutableArray<ImmutableArray<EntanglementLattice>>>? EarlierThan
    {
        get; init;
    }

    /// <summary>Latent vectors of the baseline models, per representation and seed.</summary>
    public ImmutableArray<LatentSet> Latents { get; init; } = [];

    /// <summary>
    /// Values of the properties of the materials, for information, NaN where a material lacks the property; empty for none. Else a column
    /// for every target and every feature that is a row by itself and no control.
    /// </summary>
    public ImmutableArray<PropertyColumn> Columns { get; init; } = [];

    /// <summary>
    /// The errors of a model on its test crystals for one of its targets; null where they are not there. Verdicts rest on them: without,
    /// every edge is undecided.
    /// </summary>
    public Func<ModelSpec, PropertyName, TestErrors?>? TestErrors { get; init; }

    /// <summary>
    /// What the errors of paired models come to, where that is kept; null where it is computed from <see cref="TestErrors"/>.
    /// </summary>
    public IPairedErrors? PairedErrors { get; init; }

    /// <summary>Per material of the dataset its reduced formula: crystals of one formula are no independent evidence.</summary>
    public ImmutableArray<string> Formulas { get; init; } = [];

    /// <summary>Properties some of whose values are odd and were used as they are.</summary>
    public ImmutableArray<PropertyName> OddProperties { get; init; } = [];

    /// <summary>When a verdict is given.</summary>
    public VerdictSettings Verdicts { get; init; } = new();

    /// <summary>How it is measured how sure predictions are; null where it is not asked for.</summary>
    public UncertaintySettings? Uncertainty { get; init; }

    /// <summary>
    /// What baselines predict of crystals that they did not see, by target and then representation; asked for once, where
    /// <see cref="Uncertainty"/> is, since models have to be run for it.
    /// </summary>
    public Func<ImmutableArray<UnseenCrystals>> Unseen { get; init; } = () => [];

    /// <summary>Under which budget targets are put into groups; null where that is not asked for.</summary>
    public GroupSettings? Groups { get; init; }

    /// <summary>
    /// Searches for sufficient sets, by representation and then question; asked for once, since errors are read for it. Empty where none
    /// were asked for.
    /// </summary>
    public Func<ImmutableArray<SufficiencyAnalysis>> Sufficiency { get; init; } = () => [];

    /// <summary>How it is measured how far measured properties single out a material; null where it is not asked for.</summary>
    public RetrievalSettings? Retrieval { get; init; }

    /// <summary>
    /// What baselines predict of crystals that they did not learn from, by representation and seed; asked for once, where
    /// <see cref="Retrieval"/> is.
    /// </summary>
    public Func<ImmutableArray<RetrievalSeed>> Predicted { get; init; } = () => [];

    /// <summary>How information is estimated.</summary>
    public InformationSettings Information { get; init; } = new();

    /// <summary>The lattices of a representation in the runs before one, oldest first.</summary>
    /// <param name="kind">Which lattices.</param>
    /// <param name="lattices">Those of the run, one per representation.</param>
    internal Func<Representation, ImmutableArray<EntanglementLattice>> Earlier(
        LatticeKind kind, ImmutableArray<EntanglementLattice> lattices)
    {
        var runs = EarlierThan?.Invoke(kind, lattices) ?? (kind == LatticeKind.Features ? EarlierRuns : []);
        return representation =>
            [.. runs.Select(run => run.FirstOrDefault(l => l.Representation == representation)).OfType<EntanglementLattice>()];
    }

    /// <summary>What the errors of paired models come to: as kept, or computed.</summary>
    internal IPairedErrors ErrorsOfPairs() => PairedErrors ?? new MeasuredPairs(TestErrors ?? ((_, _) => null), Formulas);
}
