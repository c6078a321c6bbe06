using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class SetsOfFeaturesAreCompared
{
    private static readonly int[] Seeds = [1, 2];
    private static readonly PropertySet Both = Set(Density, BandGap);

    // Neither feature alone helps volume, both together do.
    private static StudyResults Results { get; } = Study([S], [Volume], [Density, BandGap, Both, Set(Volume, Density)], Seeds,
        Errors(S, Volume, null, Seeds, 2, 2), Errors(S, Volume, Density, Seeds, 2, 2.1), Errors(S, Volume, BandGap, Seeds, 2, 1.9),
        Errors(S, Volume, Both, Seeds, 1, 1.5), Errors(S, Volume, Set(Volume, Density), Seeds, 0.1, 0.1));

    [Fact]
    public void A_set_of_features_is_a_row_compared_with_the_same_baseline()
    {
        var table = ImportanceAnalysis.Of(Results).Single();

        table.Features.ShouldBe([Density, BandGap, Both, Set(Volume, Density)]);
        var cell = table.Find(Both, Volume)!;
        cell.ShouldBe(table[2, 0]);
        cell.Paired.Percent.ShouldBe(new PercentChange(-37.5, -25, -50));
        (cell.IsSelf, cell.ContainsTarget, cell.IsComplete).ShouldBe((false, false, true));
    }

    [Fact]
    public void The_order_of_the_names_in_a_set_changes_nothing()
    {
        var turned = Results with
        {
            Features = [Density, BandGap, Set(BandGap, Density), Set(Density, Volume)],
            Scores = [.. Results.Scores.Select(score => score with
            {
                Model = score.Model with { Features = new(score.Model.Features.Reverse()) },
            })],
        };

        ImportanceAnalysis.Of(turned).Single().Cells.Select(cell => (cell.Features, cell.Paired))
            .ShouldBe(ImportanceAnalysis.Of(Results).Single().Cells.Select(cell => (cell.Features, cell.Paired)));
        Set(BandGap, Density).ToString().ShouldBe(Set(Density, BandGap).ToString());
    }

    [Fact]
    public void A_set_that_is_significant_stands_in_table_1_as_a_set()
    {
        var analysis = StudyAnalyzer.Analyze(Results);

        analysis.PairedSets.Targets.Single().Structure!.Value.ShouldBe([Both]);
        var summary = analysis.Couplings.Single(coupling => coupling.Form == ImportanceForm.Paired);
        (summary.Couplings, summary.Significant, summary.Strongest!.Features).ShouldBe((3, 1, Both));
    }

    [Fact]
    public void A_set_that_contains_the_target_is_marked_and_counts_in_no_significance_set()
    {
        var cell = ImportanceAnalysis.Of(Results).Single().Find(Set(Volume, Density), Volume)!;

        cell.Paired.IsSignificant.ShouldBeTrue("it was given the answer");
        (cell.IsSelf, cell.ContainsTarget).ShouldBe((false, true));
        var analysis = StudyAnalyzer.Analyze(Results with { Representations = [S] });
        analysis.PooledSets.Targets.Single().Structure!.Value.ShouldNotContain(Set(Volume, Density));
        analysis.PairedSets.Targets.Single().Structure!.Value.ShouldNotContain(Set(Volume, Density));
    }

    [Fact]
    public void A_set_is_no_node_of_the_lattice_has_no_information_and_is_an_edge_to_steer()
    {
        PropertyColumn[] columns = [.. Results.Properties.Select(property => new PropertyColumn(property, [1, 5, 2, 4, 3, 6]))];

        var analysis = StudyAnalyzer.Analyze(Results, new() { Columns = [.. columns] });

        analysis.Entanglement.Representations.Single().Lattice.Nodes.ShouldBe([Density, BandGap, Volume]);
        analysis.Entanglement.Representations.Single().Lattice.Edges.Select(edge => edge.Feature).ShouldBe([Density, BandGap]);
        var steering = analysis.Entanglement.Steering;
        (steering.Undecided + steering.Settled, steering.Waiting).ShouldBe((StudyAnalyzer.Analyze(Results).Verdicts.Length, 0));
        analysis.Information!.Cells.Select(cell => cell.Feature).ShouldBe([Density, BandGap]);
    }

    [Fact]
    public void A_set_of_controls_alone_is_a_control_and_one_with_a_property_is_not()
    {
        PropertyName noise = new("noise"), shuffled = new("shuffled");
        var results = Study([S], [Volume], [noise, Set(noise, shuffled), Set(noise, Density)], Seeds) with { Controls = [noise, shuffled] };

        StudyAnalyzer.Analyze(results).PooledSets.FeatureCounts.ShouldBeNull();
        StudyAnalyzer.Analyze(results).Couplings.ShouldAllBe(summary => summary.Couplings == 1);
        results.IsControl(Set(noise, shuffled)).ShouldBeTrue();
        results.IsControl(Set(noise, Density)).ShouldBeFalse();
    }

    [Fact]
    public void A_row_that_the_study_asks_for_with_some_targets_only_is_no_coupling_of_the_others()
    {
        var results = Study([S], [Volume, BandGap], [Density], Seeds);
        var some = results with { Models = results.Models.RemoveAll(model => model == Model(S, BandGap, Density, model.Seed)) };

        var analysis = StudyAnalyzer.Analyze(some);

        analysis.Importance.Single().Find(Density, BandGap)!.Pooled.Missing.ShouldBe(MissingReason.NotAskedFor);
        analysis.Importance.Single().Find(Density, Volume)!.Pooled.Missing.ShouldBe(MissingReason.NoBaseline);
        analysis.Couplings.ShouldAllBe(summary => summary.Couplings == 1);
        analysis.Entanglement.Representations.Single().Lattice.Unmeasured.ShouldBe([new(Density, Volume)]);
        analysis.Entanglement.Steering.Waiting.ShouldBe(1);
    }
}
