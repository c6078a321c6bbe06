using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Takes lattices, measures, regimes and steering from the importance tables of a study.</summary>
internal static class EntanglementAnalyzer
{
    /// <summary>Analyses the entanglement of a study.</summary>
    /// <param name="results">The study.</param>
    /// <param name="importance">Its importance tables, controls included.</param>
    /// <param name="baselines">Its baseline errors.</param>
    /// <param name="options">Settings and what comes from outside.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or latent vectors do not fit the study.</exception>
    public static EntanglementAnalysis Of(
        StudyResults results,
        ImmutableArray<ImportanceTable> importance,
        ImmutableArray<BaselineError> baselines,
        AnalysisOptions options)
    {
        LatticeSettings.Checked(options.Lattice);
        RegimeThresholds.Checked(options.Regimes);
        var seeds = results.Seeds.Distinct().Count();
        var further = results.FurtherSeeds.Count();
        var earlierRuns = options.EarlierThan is { } history
            ? history([.. importance.Select(table => LatticeBuilder.Of(table, results.Controls, options.Lattice, null))])
            : options.EarlierRuns;
        var representations = importance.Select(table => Analyse(
            draw => LatticeBuilder.Of(table, results.Controls, options.Lattice, draw),
            [
                .. earlierRuns.Select(run => run.FirstOrDefault(lattice => lattice.Representation == table.Representation))
                    .OfType<EntanglementLattice>(),
            ],
            Own(baselines.Where(baseline => baseline.Representation == table.Representation)),
            seeds,
            further,
            options)).ToImmutableArray();
        var whole = Analyse(
            draw => LatticeUnion.Of([.. importance.Select(table => LatticeBuilder.Of(table, results.Controls, options.Lattice, draw))]),
            [.. earlierRuns.Where(run => !run.IsEmpty).Select(run => LatticeUnion.Of(run))],
            Own(baselines),
            seeds,
            further,
            options);
        ImmutableArray<LatentEntanglement> latents =
        [
            .. representations.Select(analysis => LatentAnalysis.Of(analysis.Lattice, options.Latents)).OfType<LatentEntanglement>(),
        ];
        var steering = SteeringPlanner.Plan(results, [.. representations.Select(analysis => analysis.Lattice)], 0, options.Steering);
        return new()
        {
            Whole = whole,
            Representations = representations,
            Latents = latents,
            Steering = steering,
            Checklist = Checklist.Of(results.Dataset, whole, latents, steering),
        };
    }

    private static LatticeAnalysis Analyse(
        Func<SeedDraw?, EntanglementLattice> build,
        IReadOnlyList<EntanglementLattice> earlier,
        IReadOnlyDictionary<PropertyName, double> own,
        int seeds,
        int further,
        AnalysisOptions options)
    {
        var lattice = build(null);
        var measures = LatticeMeasures.Of(lattice, earlier, options.Lattice);
        var communities = measures.Modules.Select(members => new CommunityRegime(
            members,
            RegimeRules.Assess(lattice.Among(members), [.. earlier.Select(run => run.Among(members))], options.Lattice, options.Regimes)));
        var targets = lattice.Targets.Select(target => new TargetRegime(
            target,
            RegimeRules.Assess(lattice.Around(target), [.. earlier.Select(run => run.Around(target))], options.Lattice, options.Regimes)));
        return new()
        {
            Lattice = lattice,
            Measures = measures,
            Estimates = SeedBootstrap.Of(measures, seeds, further, build, earlier, options.Lattice),
            Regime = RegimeRules.Assess(measures, options.Regimes),
            Communities = [.. communities],
            Targets = [.. targets],
            TradeOff = TradeOff.Of(lattice, options.Alpha, options.Beta),
            Uncertainty = UncertaintySpread.Of(lattice, own, options.UncertaintyDamping),
            Loop = earlier.Count == 0 ? null : LoopClosure.Of([.. earlier, lattice], options.LoopDamping, options.LoopTolerance),
        };
    }

    // Own uncertainty per target, the mean over representations.
    private static Dictionary<PropertyName, double> Own(IEnumerable<BaselineError> baselines) =>
        baselines.GroupBy(baseline => baseline.Target.Name, Uncertainty).ToDictionary(group => group.Key, group => group.Average());

    private static double Uncertainty(BaselineError baseline)
    {
        if (baseline.TestMae is not { } error || baseline.Seeds < 2) return 1;
        var halfRange = (error.Max - error.Min) / 2;
        return halfRange == 0 ? 0 : Math.Min(1, halfRange / error.Mean);
    }
}
