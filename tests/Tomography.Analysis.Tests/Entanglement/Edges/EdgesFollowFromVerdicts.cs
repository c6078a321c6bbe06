using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class EdgesFollowFromVerdicts
{
    // Quotients of small numbers; a few roundings.
    private const double Rounding = 1e-12;

    private static readonly int[] Seeds = [1, 2, 3];
    private static readonly PropertyName Noise = new("noise");

    [Fact]
    public void The_weight_is_the_reduction_of_the_effect_and_has_its_interval()
    {
        var edge = Only(Errors(S, Volume, null, Seeds, 2, 2, 2), Errors(S, Volume, Density, Seeds, 1.2, 1.3, 1.25));

        edge.Verdict.Kind.ShouldBe(VerdictKind.Informs);
        edge.IsReal.ShouldBeTrue();
        edge.Weight.ShouldBe(0.375, Rounding);
        edge.Change.ShouldBe(-0.375, Rounding);
        var effect = edge.Verdict.Effect!;
        edge.Interval.ShouldBe(new WeightInterval(-effect.High, -effect.Low));
        edge.Interval!.Value.Low.ShouldBeInRange(0.2, 0.37);
        edge.Seeds.ShouldBe([new(1, -0.4), new(2, -0.35), new(3, -0.375)]);
        edge.Deviation!.Value.ShouldBe(0.025, Rounding);
        edge.Uncertainty.ShouldBe((effect.High - effect.Low) / 2 / ((effect.High - effect.Low) / 2 + 0.375), Rounding);
    }

    [Fact]
    public void An_edge_that_harms_has_no_weight_keeps_its_signed_change_and_is_a_pathology()
    {
        var edge = Only(Errors(S, Volume, null, Seeds, 2, 2, 2), Errors(S, Volume, Density, Seeds, 2.7, 2.75, 2.8));

        edge.Verdict.Kind.ShouldBe(VerdictKind.Harms);
        (edge.IsReal, edge.IsPathological, edge.IsJudged).ShouldBe((false, true, true));
        edge.Weight.ShouldBe(0);
        edge.Interval!.Value.ShouldBe(new WeightInterval(0, 0));
        edge.Change.ShouldBe(0.375, Rounding);
    }

    [Fact]
    public void Without_errors_of_single_crystals_an_edge_is_undecided_and_has_the_mean_change_of_its_seeds()
    {
        var results = Results(Errors(S, Volume, null, Seeds, 2, 4, 2), Errors(S, Volume, Density, Seeds, 1, 3, 1));
        var edge = StudyAnalyzer.Analyze(results).Entanglement.Representations[0].Lattice.Edges.Single();

        (edge.Verdict.Kind, edge.Verdict.Reason).ShouldBe((VerdictKind.Undecided, VerdictReason.NoPredictions));
        (edge.IsReal, edge.IsJudged, edge.Interval).ShouldBe((false, false, null));
        edge.Change.ShouldBe(-(0.5 + 0.25 + 0.5) / 3, Rounding);
        edge.Uncertainty.ShouldBe(1);
    }

    [Theory]
    [InlineData(VerdictKind.Untrusted, VerdictReason.ControlInforms, true)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.SeedsContradict, true)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.MeanAndShareContradict, true)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.Data, false)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.FewTestCrystals, false)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.FewFormulas, false)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.Diverged, false)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.BaselineLearntNothing, false)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.NotConverged, false)]
    public void An_edge_is_a_pathology_only_where_the_reason_lies_in_the_effect(VerdictKind kind, VerdictReason reason, bool isPathology)
    {
        var edge = SmallLattice.Real("a", "b", 0.3).With(kind, reason);

        edge.IsPathological.ShouldBe(isPathology);
        edge.IsJudged.ShouldBe(isPathology, "what was not measured soundly is not judged");
        edge.Verdict.IsUnsound.ShouldBe(!isPathology);
    }

    [Fact]
    public void Without_controls_the_lattice_says_so()
    {
        var lattice = Lattice(Errors(S, Volume, null, Seeds, 2, 2, 2), Errors(S, Volume, Density, Seeds, 1.9, 1.9, 1.9));

        lattice.HasControls.ShouldBeFalse();
        lattice.Controls.Single().ShouldBe(new ControlLevel(Volume, null, null));
    }

    [Fact]
    public void Controls_sets_and_the_target_itself_are_no_edges_and_controls_no_nodes()
    {
        var results = Study([S], [Volume], [Volume, Density, Set(Density, BandGap), Noise], Seeds,
            Errors(S, Volume, null, Seeds, 2, 2, 2), Errors(S, Volume, Volume, Seeds, 1, 1, 1), Errors(S, Volume, Noise, Seeds, 2, 2, 2),
            Errors(S, Volume, Set(Density, BandGap), Seeds, 1, 1, 1)) with { Controls = [Noise] };

        var lattice = StudyAnalyzer.Analyze(results).Entanglement.Representations[0].Lattice;

        lattice.Nodes.ShouldBe([Volume, Density]);
        lattice.Edges.ShouldBeEmpty();
        lattice.Unmeasured.ShouldBe([new(Density, Volume)]);
    }

    [Fact]
    public void The_controls_of_a_target_go_from_the_largest_reduction_to_the_largest_increase()
    {
        PropertyName shuffled = new("shuffled");
        var study = Study([S], [Volume], [Density, Noise, shuffled], Seeds,
            Errors(S, Volume, null, Seeds, 2, 2, 2), Errors(S, Volume, Density, Seeds, 2.2, 2.2, 2.2),
            Errors(S, Volume, Noise, Seeds, 1.9, 1.9, 1.9), Errors(S, Volume, shuffled, Seeds, 2.6, 2.4, 2.5)) with
        {
            Controls = [Noise, shuffled],
        };

        var level = StudyAnalyzer.Analyze(study).Entanglement.Representations[0].Lattice.Controls.Single();

        (level.Control, level.WorstControl).ShouldBe((Noise, shuffled));
        level.Reduction!.Value.ShouldBe(0.05, Rounding);
        level.Increase!.Value.ShouldBe(0.25, Rounding);
    }

    private static Edge Only(params IEnumerable<ModelScore>[] scores) =>
        Lattice([.. scores, Errors(S, Volume, Noise, Seeds, 2, 2, 2)]).Edges.Single();

    private static EntanglementLattice Lattice(params IEnumerable<ModelScore>[] scores)
    {
        var results = Results(scores);
        return StudyAnalyzer.Analyze(results, new AnalysisOptions().WithCrystals(results)).Entanglement.Representations[0].Lattice;
    }

    private static StudyResults Results(params IEnumerable<ModelScore>[] scores) =>
        Study([S], [Volume], [Density, Noise], Seeds, scores).Converged() with { Controls = [Noise] };
}
