using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Takes lattices, measures, regimes and steering from the verdicts of a study.</summary>
internal static class EntanglementAnalyzer
{
    /// <summary>Analyses the entanglement of a study, each representation by itself.</summary>
    /// <param name="results">The study.</param>
    /// <param name="importance">Its importance tables, controls included.</param>
    /// <param name="findings">What was found of every edge.</param>
    /// <param name="verdicts">The verdicts of these edges, in their order.</param>
    /// <param name="baselines">Its baseline errors.</param>
    /// <param name="options">Settings and what comes from outside.</param>
    /// <param name="uncertainty">How sure predictions are; null where it was not asked for.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or latent vectors do not fit the study.</exception>
    public static EntanglementAnalysis Of(
        StudyResults results,
        ImmutableArray<ImportanceTable> importance,
        ImmutableArray<EdgeFindings> findings,
        ImmutableArray<EdgeVerdict> verdicts,
        ImmutableArray<BaselineError> baselines,
        AnalysisOptions options,
        UncertaintyAnalysis? uncertainty)
    {
        var settings = LatticeSettings.Checked(options.Lattice) with { SmallestEffect = options.Verdicts.SmallestEffect };
        RegimeThresholds.Checked(options.Regimes);
        ImmutableArray<EntanglementLattice> lattices =
            [.. importance.Select(table => LatticeBuilder.Of(table, results.Controls, verdicts))];
        var earlierRuns = options.EarlierThan?.Invoke(lattices) ?? options.EarlierRuns;
        var draws = VerdictDraws.Of(findings, options.Verdicts, settings.Resamples);
        var representations = lattices.Select(lattice => Analyse(
            lattice,
            [.. draws.Select(drawn => lattice.Judged(drawn))],
            [
                .. earlierRuns.Select(run => run.FirstOrDefault(earlier => earlier.Representation == lattice.Representation))
                    .OfType<EntanglementLattice>(),
            ],
            Own(baselines.Where(baseline => baseline.Representation == lattice.Representation)),
            settings,
            options)).ToImmutableArray();
        ImmutableArray<LatentEntanglement> latents =
            [.. lattices.Select(lattice => LatentAnalysis.Of(lattice, options.Latents)).OfType<LatentEntanglement>()];
        var steering = SteeringPlanner.Plan(results, verdicts, 0, options.Steering, options.Verdicts);
        return new()
        {
            Representations = representations,
            Latents = latents,
            Steering = steering,
            Checklist = Checklist.Of(results.Dataset, representations, latents, steering, uncertainty),
        };
    }

    private static LatticeAnalysis Analyse(
        EntanglementLattice lattice,
        ImmutableArray<EntanglementLattice> draws,
        ImmutableArray<EntanglementLattice> earlier,
        IReadOnlyDictionary<PropertyName, double> own,
        LatticeSettings settings,
        AnalysisOptions options)
    {
        var measures = LatticeMeasures.Of(lattice, earlier, settings);
        ImmutableArray<LatticeMeasures> drawn = [.. draws.Select(draw => LatticeMeasures.Of(draw, earlier, settings))];
        // A star has no modules, so that nothing has to be dealt anew around a target.
        var star = settings with { Permutations = 0 };
        return new()
        {
            Lattice = lattice,
            Measures = measures,
            Estimates = LatticeBootstrap.Estimates(measures, drawn),
            Regime = RegimeFinding.Of(measures, drawn, options.Regimes),
            Communities = [.. measures.Modules.Select(members => new CommunityRegime(members, Part(one => one.Among(members), settings)))],
            Targets = [.. lattice.Targets.Select(target => new TargetRegime(target, Part(one => one.Around(target), star)))],
            TradeOff = TradeOff.Of(lattice, options.Alpha, options.Beta),
            Uncertainty = UncertaintySpread.Of(lattice, own, options.UncertaintyDamping),
            Loop = earlier.IsEmpty ? null : LoopClosure.Of([.. earlier, lattice], options.LoopDamping, options.LoopTolerance),
        };

        RegimeFinding Part(Func<EntanglementLattice, EntanglementLattice> of, LatticeSettings use)
        {
            ImmutableArray<EntanglementLattice> before = [.. earlier.Select(of)];
            var found = LatticeMeasures.Of(of(lattice), before, use);
            // Where there is no regime, nothing has to be said of how sure it is.
            var repeated = found.Counts.Claims < RegimeFinding.FewestClaims ? [] : draws;
            return RegimeFinding.Of(found, [.. repeated.Select(draw => LatticeMeasures.Of(of(draw), before, use))], options.Regimes);
        }
    }

    // Own uncertainty per target.
    private static Dictionary<PropertyName, double> Own(IEnumerable<BaselineError> baselines) =>
        baselines.ToDictionary(baseline => baseline.Target.Name, Uncertainty);

    private static double Uncertainty(BaselineError baseline)
    {
        if (baseline.TestMae is not { } error || baseline.Seeds < 2) return 1;
        var halfRange = (error.Max - error.Min) / 2;
        return halfRange == 0 ? 0 : Math.Min(1, halfRange / error.Mean);
    }
}
