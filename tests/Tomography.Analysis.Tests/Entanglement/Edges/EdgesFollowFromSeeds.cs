using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class EdgesFollowFromSeeds
{
    // Quotients of small numbers; a few roundings.
    private const double Rounding = 1e-12;

    private static readonly int[] Seeds = [1, 2];
    private static readonly PropertyName Noise = new("noise");

    [Fact]
    public void The_weight_is_the_mean_paired_reduction_as_a_fraction()
    {
        var edge = Only(Errors(S, Volume, null, Seeds, 2, 4), Errors(S, Volume, Density, Seeds, 1, 3));

        edge.Weight.ShouldBe(0.375, Rounding);
        edge.Change.ShouldBe(-0.375, Rounding);
        edge.Lower.ShouldBe(-0.5, Rounding);
        edge.Upper.ShouldBe(-0.25, Rounding);
        edge.State.ShouldBe(EdgeState.Significant);
        edge.Seeds.ShouldBe([new(1, -0.5), new(2, -0.25)]);
        edge.Deviation!.Value.ShouldBe(Math.Sqrt(2 * 0.125 * 0.125), Rounding);
        edge.Uncertainty.ShouldBe(0.125 / (0.125 + 0.375), Rounding);
    }

    [Fact]
    public void A_harmful_edge_has_no_weight_and_keeps_its_signed_change()
    {
        var edge = Only(Errors(S, Volume, null, Seeds, 2, 2), Errors(S, Volume, Density, Seeds, 3, 2.5));

        edge.State.ShouldBe(EdgeState.Harmful);
        edge.Weight.ShouldBe(0);
        edge.Change.ShouldBe(0.375, Rounding);
    }

    [Fact]
    public void An_edge_whose_seeds_disagree_is_inconclusive() =>
        Only(Errors(S, Volume, null, Seeds, 2, 2), Errors(S, Volume, Density, Seeds, 1, 2)).State.ShouldBe(EdgeState.Inconclusive);

    [Fact]
    public void An_edge_with_a_single_seed_is_inconclusive_unless_one_is_said_to_suffice()
    {
        IEnumerable<ModelScore>[] scores = [Errors(S, Volume, null, Seeds, 2, null), Errors(S, Volume, Density, Seeds, 1, null)];

        Only(scores).State.ShouldBe(EdgeState.Inconclusive);
        Only(scores).Uncertainty.ShouldBe(1);
        Lattice(new() { MinimumSeeds = 1 }, scores).Edges.Single().State.ShouldBe(EdgeState.Significant);
    }

    [Theory]
    [InlineData(1.5, EdgeState.Spurious)]
    [InlineData(1.4, EdgeState.Spurious)]
    [InlineData(1.6, EdgeState.Significant)]
    [InlineData(3.0, EdgeState.Significant)]
    public void An_edge_no_larger_than_a_control_for_the_same_target_is_spurious(double controlError, EdgeState expected)
    {
        var lattice = Lattice(
            null,
            Errors(S, Volume, null, Seeds, 2, 2),
            Errors(S, Volume, Density, Seeds, 1.5, 1.5),
            Errors(S, Volume, Noise, Seeds, controlError, controlError));

        lattice.Edges.Single().State.ShouldBe(expected);
        lattice.HasControls.ShouldBeTrue();
        lattice.Controls.Single().Control.ShouldBe(Noise);
        lattice.Controls.Single().Reduction!.Value.ShouldBe(1 - controlError / 2, Rounding);
    }

    [Fact]
    public void Without_controls_nothing_is_spurious_and_the_lattice_says_so()
    {
        var lattice = Lattice(null, Errors(S, Volume, null, Seeds, 2, 2), Errors(S, Volume, Density, Seeds, 1.9, 1.9));

        lattice.HasControls.ShouldBeFalse();
        lattice.Controls.Single().ShouldBe(new ControlLevel(Volume, null, null));
        lattice.Edges.Single().State.ShouldBe(EdgeState.Significant);
    }

    [Fact]
    public void Controls_and_the_target_itself_are_no_edges_and_controls_no_nodes()
    {
        var results = Study(
            [S],
            [Volume],
            [Volume, Density, Noise],
            Seeds,
            Errors(S, Volume, null, Seeds, 2, 2),
            Errors(S, Volume, Volume, Seeds, 1, 1),
            Errors(S, Volume, Noise, Seeds, 2, 2)
        ) with
        {
            Controls = [Noise],
        };

        var lattice = LatticeBuilder.Of(ImportanceAnalysis.Of(results).Single(), results.Controls);

        lattice.Nodes.ShouldBe([Volume, Density]);
        lattice.Edges.ShouldBeEmpty();
        lattice.Unmeasured.ShouldBe([new(Density, Volume)]);
    }

    [Fact]
    public void The_controls_of_a_target_go_from_the_largest_reduction_to_the_largest_increase()
    {
        PropertyName shuffled = new("shuffled");
        var study = Study(
            [S],
            [Volume],
            [Density, Noise, shuffled],
            Seeds,
            [
                Errors(S, Volume, null, Seeds, 2, 2),
                Errors(S, Volume, Density, Seeds, 2.2, 2.2),
                Errors(S, Volume, Noise, Seeds, 1.9, 1.9),
                Errors(S, Volume, shuffled, Seeds, 2.6, 2.4),
            ]);
        var level = LatticeBuilder.Of(ImportanceAnalysis.Of(study).Single(), [Noise, shuffled]).Controls.Single();
        (level.Control, level.WorstControl).ShouldBe((Noise, shuffled));
        level.Reduction!.Value.ShouldBe(0.05, Rounding);
        level.Increase!.Value.ShouldBe(0.25, Rounding);
    }

    [Fact]
    public void The_union_takes_mean_weights_and_the_decided_state()
    {
        var union = LatticeUnion.Of([
            SmallLattice.Only("a b", SmallLattice.Real("a", "b", 0.4)),
            SmallLattice.Only("a b", SmallLattice.Of("a", "b", -0.1, 0.1), SmallLattice.Of("b", "a", 0.1, 0.2)),
        ]);

        union.Representation.ShouldBeNull();
        union
            .Edges.Select(edge => (edge.Feature.Value, edge.Target.Value, edge.State))
            .ShouldBe([("a", "b", EdgeState.Significant), ("b", "a", EdgeState.Harmful)]);
        union.Edges[0].Weight.ShouldBe(0.2, Rounding);
        union.Edges[0].Seeds.Length.ShouldBe(2);
    }

    [Fact]
    public void Where_representations_contradict_each_other_the_union_is_inconclusive() =>
        LatticeUnion
            .Of([SmallLattice.Only("a b", SmallLattice.Real("a", "b", 0.4)), SmallLattice.Only("a b", SmallLattice.Of("a", "b", 0.1, 0.2))])
            .Edges.Single()
            .State.ShouldBe(EdgeState.Inconclusive);

    [Theory]
    [InlineData(-0.01, -0.02, -0.1, 0.4, EdgeState.Inconclusive)] // significant, while the other representation gets worse by more
    [InlineData(-0.3, -0.4, -0.1, 0.2, EdgeState.Significant)]
    [InlineData(0.01, 0.02, -0.4, 0.1, EdgeState.Inconclusive)] // harmful, while the other improves by more
    [InlineData(0.3, 0.4, -0.2, 0.1, EdgeState.Harmful)]
    public void The_union_is_decided_only_where_its_mean_change_says_the_same(
        double one,
        double two,
        double other,
        double another,
        EdgeState state
    ) =>
        LatticeUnion
            .Of([
                SmallLattice.Only("a b", SmallLattice.Of("a", "b", one, two)),
                SmallLattice.Only("a b", SmallLattice.Of("a", "b", other, another)),
            ])
            .Edges.Single()
            .State.ShouldBe(state);

    private static Edge Only(params IEnumerable<ModelScore>[] scores) => Lattice(null, scores).Edges.Single();

    private static EntanglementLattice Lattice(LatticeSettings? settings, params IEnumerable<ModelScore>[] scores) =>
        LatticeBuilder.Of(ImportanceAnalysis.Of(Study([S], [Volume], [Density, Noise], Seeds, scores)).Single(), [Noise], settings);
}
