using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>The lattices of starts, one per number of labels, by simulation with planted effects.</summary>
public class StartsMakeLattices
{
    private static readonly PropertyName s_a = new("a"), s_b = new("b"), s_c = new("c"), s_t = new("t");

    [Fact]
    public void A_joint_model_as_the_source_has_verdicts_and_is_no_edge_of_a_lattice()
    {
        PropertySet pair = new([new("a"), new("x")]);
        var sequence = SimulatedStarts.Of(
            0, 0, (source, _) => source == "a" ? -0.4 : 0,
            edit: run => run.Source == new PropertyName("a") ? run with { Source = pair } : run);

        sequence.Points.Where(p => p.Source == pair).Select(p => (p.Labels, p.Verdict.Kind)).ShouldBe(
            [(50, VerdictKind.Informs), (200, VerdictKind.Informs), ((int?)null, VerdictKind.Informs)]);
        sequence.Lattices.Length.ShouldBe(3);
        sequence.Lattices.ShouldAllBe(l => l.Analysis.Lattice.Edges.Length == 2 && !l.Analysis.Lattice.Nodes.Contains(new("x")));
        SimulatedStarts.Of(0, 0, (_, _) => 0, edit: run => run with { Source = pair.Union(run.Source) }).Lattices.ShouldBeEmpty();
    }

    [Fact]
    public void One_per_number_of_labels_with_its_edges_alone()
    {
        var analysis = SimulatedStarts.Of(0, ofNoise: 0.05, OnlyFromA);

        analysis.Lattices.Select(l => l.Labels).ShouldBe([50, 200, null]);
        foreach (var (labels, lattice) in analysis.Lattices.Select(l => (l.Labels, l.Analysis.Lattice)))
        {
            lattice.Representation.ShouldBe(Representation.Structure);
            lattice.Nodes.ShouldBe([s_a, s_b, s_c, s_t]);
            lattice.Targets.ShouldBe([s_t]);
            lattice.Edges.Select(e => e.Verdict)
                .ShouldBe(analysis.Points.Where(p => p.Labels == labels).Select(p => p.Verdict), ignoreOrder: true);
            lattice.Controls.ShouldHaveSingleItem().Control.ShouldBe(SimulatedStarts.Noise);
            lattice.Controls[0].Reduction!.Value.ShouldBe(-0.05, 0.05);
        }

        analysis.Lattices.Select(l => l.Analysis.Lattice.Find(s_a, s_t)!.IsReal).ShouldBe([true, true, false]);
        analysis.Lattices[0].Analysis.Lattice.Find(s_a, s_t)!.Weight.ShouldBe(0.4, 0.1);
        analysis.Lattices[1].Analysis.Lattice.Find(s_a, s_t)!.Weight.ShouldBe(0.25, 0.1);
    }

    [Fact]
    public void Measures_stand_where_edges_are_enough_and_have_intervals_from_repetitions()
    {
        // Three edges to t, and two to a from b and c.
        var enough = Density(SimulatedStarts.Of(1, 0, OnlyFromA, targets: ["t", "a"]));
        var few = Density(SimulatedStarts.Of(1, 0, OnlyFromA));

        few.ShouldAllBe(density => density.Lacks != null && density.Value == null);
        enough.ShouldAllBe(density => density.Lacks == null);
        enough.Select(density => density.Value).ShouldBe([0.2, 0.2, 0]);
        enough.ShouldAllBe(density => density.Lower <= density.Value && density.Value <= density.Upper);

        static MeasureEstimate[] Density(SequenceAnalysis analysis) =>
        [
            .. analysis.Lattices.Select(l => l.Analysis.Estimates.Single(e => e.Measure == LatticeMeasure.Density)),
        ];
    }

    [Fact]
    public void An_edge_whose_models_are_missing_is_unmeasured_at_that_number_of_labels_alone()
    {
        var analysis = SimulatedStarts.Of(
            2, 0, OnlyFromA, edit: run => run.Source == s_b && run.Labels == 200 ? run with { Started = null } : run);

        analysis.Lattices.Select(l => l.Analysis.Lattice.Edges.Length).ShouldBe([3, 2, 3]);
        analysis.Lattices[1].Analysis.Lattice.Unmeasured.ShouldBe([new PropertyPair(s_b, s_t)]);
        analysis.Lattices[0].Analysis.Lattice.Unmeasured.ShouldBeEmpty();
    }

    private static double OnlyFromA(string source, int? labels) => (source, labels) switch
    {
        ("a", 50) => -0.4,
        ("a", 200) => -0.25,
        _ => 0,
    };
}
