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
    public void Each_representation_has_its_lattice_and_the_whole_is_their_union()
    {
        var entanglement = StudyAnalyzer.Analyze(Results).Entanglement;

        entanglement.Representations.Select(analysis => analysis.Lattice.Representation).ShouldBe([S, C]);
        entanglement.Whole.Lattice.Representation.ShouldBeNull();
        entanglement.Whole.Lattice.Find(Density, Volume)!.Weight.ShouldBe((0.3 + 0.5) / 2, 1e-12);
        entanglement.Whole.Targets.Select(target => target.Target).ShouldBe([Volume, Density]);
        entanglement.Whole.Communities.Select(community => community.Members.Length).ShouldBe([2]);
        entanglement.HasControls.ShouldBeFalse();
        entanglement.Whole.Loop.ShouldBeNull();
    }

    [Fact]
    public void A_target_is_as_uncertain_as_the_range_of_its_baseline()
    {
        var uncertainty = StudyAnalyzer.Analyze(Results).Entanglement.Representations[0].Uncertainty;

        uncertainty.Select(property => property.Property).ShouldBe([Volume, Density, BandGap]);
        uncertainty[0].Own.ShouldBe(0);
        uncertainty[1].Own.ShouldBe(0.1 / 1.1, 1e-12);
        uncertainty[2].Own.ShouldBe(0);
        uncertainty[0].Spread.ShouldBeGreaterThan(0, "density informs volume");
    }

    [Fact]
    public void The_same_study_gives_the_same_intervals()
    {
        var (first, second) = (
            StudyAnalyzer.Analyze(Results).Entanglement.Whole.Estimates,
            StudyAnalyzer.Analyze(Results).Entanglement.Whole.Estimates);

        first.ShouldBe(second);
        first.Single(estimate => estimate.Measure == LatticeMeasure.WeightedDensity).Lower.ShouldNotBeNull();
    }

    // Every seed of every edge improves, so that every draw of seeds has the density 1. The edge of density has four further seeds, the
    // others have none.
    [Fact]
    public void Further_seeds_of_one_edge_do_not_take_the_seeds_of_another_from_the_intervals()
    {
        int[] seeds = [1, 2], more = [3, 4, 5, 6];
        var results = Study([S], [Volume], [Density, BandGap], seeds,
            Errors(S, Volume, null, [.. seeds, .. more], 1, 1, 1, 1, 1, 1),
            Errors(S, Volume, BandGap, seeds, 0.5, 0.7),
            Errors(S, Volume, Density, [.. seeds, .. more], 0.4, 0.5, 0.6, 0.7, 0.8, 0.9))
            .With(more.SelectMany(seed => new[] { Model(S, Volume, null, seed), Model(S, Volume, Density, seed) }));

        var entanglement = StudyAnalyzer.Analyze(results).Entanglement;

        foreach (var analysis in entanglement.Representations.Add(entanglement.Whole))
        {
            analysis
                .Estimates.Single(estimate => estimate.Measure == LatticeMeasure.Density)
                .ShouldBe(new(LatticeMeasure.Density, 1, 1, 1));
            var weighted = analysis.Estimates.Single(estimate => estimate.Measure == LatticeMeasure.WeightedDensity);
            weighted.Lower!.Value.ShouldBeLessThan(weighted.Value!.Value);
            weighted.Upper!.Value.ShouldBeGreaterThan(weighted.Value.Value);
        }
    }

    [Fact]
    public void Earlier_runs_give_drift_and_loop_closure()
    {
        var earlier = StudyAnalyzer.Analyze(Results).Entanglement.Representations.Select(analysis => analysis.Lattice).ToArray();

        var whole = StudyAnalyzer.Analyze(Results, new() { EarlierRuns = [[.. earlier], [.. earlier]] }).Entanglement.Whole;

        whole.Measures.Drift.ShouldBe(new LatticeDrift(3, 0, 0, 0, 0, 0));
        whole.Loop!.Steps.Length.ShouldBe(2);
        whole.Loop.Converged.ShouldBeTrue();
    }

    [Fact]
    public void A_study_without_results_or_representations_is_analysed()
    {
        var empty = StudyAnalyzer.Analyze(Results with { Scores = [] }).Entanglement;
        empty.Whole.Regime.ShouldBeNull();
        empty.Whole.TradeOff.Optimum.ShouldBeNull();
        empty.Steering.Waiting.ShouldBe(8);

        StudyAnalyzer.Analyze(Results with { Scores = [], Models = [], Representations = [] })
            .Entanglement.Whole.Lattice.Nodes.ShouldBeEmpty();
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
    public void Thresholds_of_the_experiment_reach_every_regime()
    {
        var options = new AnalysisOptions { Regimes = new() { Density = new(2, 3) } };

        StudyAnalyzer.Analyze(Results, options).Entanglement.Whole.Targets.ShouldAllBe(target => target.Regime!.Scores.Dense == 0);
        Should
            .Throw<ArgumentException>(() => StudyAnalyzer.Analyze(Results, new() { Regimes = new() { Density = new(1, 0) } }))
            .Message.ShouldContain("density goes from 1 to 0");
    }
}
