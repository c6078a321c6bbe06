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
    /// <param name="transfer">What learning together does; null where nothing is learnt together.</param>
    /// <param name="sequence">What starts from trained models do; null where no model starts from another.</param>
    /// <param name="options">Settings and what comes from outside.</param>
    /// <param name="uncertainty">How sure predictions are; null where it was not asked for.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or latent vectors do not fit the study.</exception>
    public static EntanglementAnalysis Of(
        StudyResults results,
        ImmutableArray<ImportanceTable> importance,
        ImmutableArray<EdgeFindings> findings,
        ImmutableArray<EdgeVerdict> verdicts,
        ImmutableArray<BaselineError> baselines,
        TransferAnalysis? transfer,
        SequenceAnalysis? sequence,
        AnalysisOptions options,
        UncertaintyAnalysis? uncertainty)
    {
        var settings = LatticeSettings.Checked(options.Lattice) with { SmallestEffect = options.Verdicts.SmallestEffect };
        RegimeThresholds.Checked(options.Regimes);
        ImmutableArray<EntanglementLattice> lattices =
            [.. importance.Select(table => LatticeBuilder.Of(table, results.Controls, verdicts))];
        var earlier = options.Earlier(LatticeKind.Features, lattices);
        var draws = VerdictDraws.Of(findings, options.Verdicts, settings.Resamples);
        var representations = lattices.Select(lattice => LatticeAnalyzer.Of(
            lattice,
            [.. draws.Select(drawn => lattice.Judged(drawn))],
            earlier(lattice.Representation),
            OwnUncertainty.Known(
                lattice.Representation,
                [
                    .. baselines.Where(b => b.Representation == lattice.Representation)
                        .Select(b => (b.Target.Name, b.Seeds < 2 ? null : b.TestMae)),
                ],
                uncertainty),
            settings,
            options)).ToImmutableArray();
        ImmutableArray<LatentEntanglement> latents =
            [.. lattices.Select(lattice => LatentAnalysis.Of(lattice, options.Latents)).OfType<LatentEntanglement>()];
        var all = new StudyVerdicts(verdicts)
        {
            Transfers = transfer?.Verdicts ?? [], Starts = sequence is null ? [] : [.. sequence.Verdicts],
        };
        var steering = SteeringPlanner.Plan(results, all, 0, options.Steering, options.Verdicts);
        return new()
        {
            Representations = representations,
            Latents = latents,
            Steering = steering,
            Checklist = Checklist.Of(results.Dataset, representations, latents, steering, transfer, uncertainty),
        };
    }
}
