using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Says all that is said about a lattice: measures, regimes, trade-off, uncertainty.</summary>
internal static class LatticeAnalyzer
{
    /// <summary>Analyses a lattice, whatever its edges are.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="draws">The same in repetitions of the study.</param>
    /// <param name="earlier">The same of earlier runs, oldest first.</param>
    /// <param name="own">The own uncertainty of each target.</param>
    /// <param name="settings">How it is measured.</param>
    /// <param name="options">Thresholds of regimes, and settings of what follows from a lattice.</param>
    public static LatticeAnalysis Of(
        EntanglementLattice lattice,
        ImmutableArray<EntanglementLattice> draws,
        ImmutableArray<EntanglementLattice> earlier,
        OwnUncertainty own,
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
            Uncertainty = UncertaintySpread.Of(lattice, own.Of, options.UncertaintyDamping),
            UncertaintySource = own.Source,
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
}
