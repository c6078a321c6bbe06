using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class LatticesFollowFromResults
{
    private static readonly int[] Seeds = [1, 2, 3];

    private static StudyResults Results { get; } =
        Study(
            [S, C],
            [Volume, Density],
            [Volume, Density, BandGap],
            Seeds,
            Errors(S, Volume, null, Seeds, 1, 1, 1),
            Errors(S, Density, null, Seeds, 1, 1.2, 1.1),
            Errors(C, Volume, null, Seeds, 2, 2, 2),
            Errors(S, Volume, Density, Seeds, 0.5, 0.9, 0.7),
            Errors(S, Volume, BandGap, Seeds, 1.5, 1.5, 1.4),
            Errors(S, Density, Volume, Seeds, 0.6, 0.6, 0.5),
            Errors(C, Volume, Density, Seeds, 1, 1, 1));

    [Fact]
    public void Each_representation_has_its_own_lattice_and_nothing_is_averaged_over_them()
    {
        var entanglement = StudyAnalyzer.Analyze(Results).Entanglement;

        entanglement.Representations.Select(analysis => analysis.Lattice.Representation).ShouldBe([S, C]);
        entanglement.Representations.Select(analysis => analysis.Lattice.Find(Density, Volume)!.Weight).ShouldBe([0.3, 0.5], 1e-12);
        entanglement.Nodes.ShouldBe([Volume, Density, BandGap]);
        entanglement.Targets.ShouldBe([Volume, Density]);
        entanglement.HasControls.ShouldBeFalse();
        entanglement.Representations.ShouldAllBe(analysis => analysis.Loop == null);
    }

    [Fact]
    public void A_target_is_as_uncertain_as_the_range_of_its_baseline()
    {
        var uncertainty = StudyAnalyzer.Analyze(Results).Entanglement.Representations[0].Uncertainty;

        uncertainty.Select(property => property.Property).ShouldBe([Volume, Density, BandGap]);
        uncertainty[0].Own.ShouldBe(0);
        uncertainty[1].Own.ShouldBe(0.1 / 1.1, 1e-12);
        uncertainty[2].Own.ShouldBe(0);
        uncertainty.ShouldAllBe(property => property.Spread == property.Own, "nothing is known to inform anything");
    }

    [Fact]
    public void Intervals_hold_the_value_and_are_the_same_every_time()
    {
        var (first, second) = (Example().Estimates, Example().Estimates);

        first.ShouldBe(second);
        first.Select(estimate => estimate.Measure).ShouldBe(Enum.GetValues<LatticeMeasure>());
        var weighted = first.Single(estimate => estimate.Measure == LatticeMeasure.WeightedDensity);
        weighted.Lower!.Value.ShouldBeLessThan(weighted.Value!.Value);
        weighted.Upper!.Value.ShouldBeGreaterThan(weighted.Value.Value);
        weighted.Upper.Value.ShouldBeLessThan(1.5 * weighted.Value.Value, "five effects are known to a tenth of their size");
    }

    [Fact]
    public void A_lattice_of_real_edges_has_a_regime_that_repetitions_of_the_study_show()
    {
        var regime = Example().Regime;

        regime.Claims.ShouldBe(6);
        regime.Announced.ShouldBe(Regime.Dense);
        regime.Shares[0].Share.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Without_errors_of_single_crystals_there_are_no_intervals_and_no_regime()
    {
        var analysis = StudyAnalyzer.Analyze(Results).Entanglement.Representations[0];

        analysis.Estimates.ShouldAllBe(estimate => estimate.Value == null && estimate.Lower == null && estimate.Upper == null);
        analysis.Regime.ShouldBe(new RegimeFinding(0, 0, null, []));
        analysis.Targets.ShouldAllBe(target => target.Regime.Announced == null);
    }

    [Fact]
    public void Earlier_runs_give_drift_and_loop_closure()
    {
        var earlier = Example().Lattice;

        var now = Example(new() { EarlierRuns = [[earlier], [earlier]] });

        now.Measures.Drift.ShouldBe(new LatticeDrift(3, 0, 0, 0, 0, 0, 6, 6, 3));
        now.Loop!.Steps.Length.ShouldBe(2);
        now.Loop.Converged.ShouldBeTrue();
    }

    [Fact]
    public void A_study_without_results_or_representations_is_analysed()
    {
        var empty = StudyAnalyzer.Analyze(Results with { Scores = [] }).Entanglement;
        empty.Representations.ShouldAllBe(lattice => lattice.Regime.Assessment == null && lattice.TradeOff.Optimum == null);
        empty.Steering.Waiting.ShouldBe(8);

        StudyAnalyzer.Analyze(Results with { Scores = [], Models = [], Representations = [] }).Entanglement.Nodes.ShouldBeEmpty();
    }

    [Fact]
    public void Information_is_there_where_the_values_are_given_and_leaves_controls_out()
    {
        var results = Results with { Controls = [BandGap] };
        PropertyColumn[] columns = [new(Number(Volume), [1, 2, 3, 4, 5, 6]), new(Number(Density), [1, 2, 3, 4, 5, 6])];

        StudyAnalyzer.Analyze(results).Information.ShouldBeNull();
        StudyAnalyzer
            .Analyze(results, new() { Columns = [.. columns] })
            .Information!.Cells.Select(cell => (cell.Feature, cell.Target))
            .ShouldBe([(Volume, Density), (Density, Volume)]);
    }

    [Fact]
    public void Thresholds_of_the_experiment_reach_the_regimes()
    {
        Example(new() { Regimes = new() { Density = new(2, 3) } }).Regime.Assessment!.Scores.Dense.ShouldBe(0);
        Should
            .Throw<ArgumentException>(() => StudyAnalyzer.Analyze(Results, new() { Regimes = new() { Density = new(1, 0) } }))
            .Message.ShouldContain("density goes from 1 to 0");
    }

    // Three properties that all inform each other: a third of the error, give or take a hundredth.
    private static LatticeAnalysis Example(AnalysisOptions? options = null)
    {
        PropertyName[] names = [Volume, Density, BandGap];
        var scores =
            from target in names
            from feature in names.Where(name => name != target).Select(name => (PropertySet?)name).Prepend(null)
            select Errors(S, target, feature, Seeds, feature is null ? [3, 3, 3] : [2, 2.03, 1.97]);
        var results = Study([S], names, [.. names.Select(name => (PropertySet)name)], Seeds, [.. scores]).Converged();
        return StudyAnalyzer.Analyze(results, (options ?? new()).WithCrystals(results)).Entanglement.Representations.Single();
    }
}
