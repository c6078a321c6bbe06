using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>How far properties single out a material, on crystals whose properties and predictions are drawn.</summary>
public class MaterialsAreRetrieved
{
    private const int Crystals = 200;

    private static readonly ImmutableArray<PropertyName> s_names = [new("a"), new("b"), new("copy"), new("poor")];
    private static readonly double[] s_errors = [0.1, 0.3, 0.1, 3];

    private readonly RetrievalAnalysis _one = Analyzed(s_errors);

    [Fact]
    public void Each_property_more_tells_more_as_long_as_it_is_predicted()
    {
        var best = Points(_one, RetrievalMethod.Likelihood, RetrievalOrder.Best);
        best[1].Bits.ShouldBeGreaterThan(best[0].Bits + 0.5);
        best[1].MedianRank.ShouldBeLessThan(best[0].MedianRank);
        best.Max(p => p.Bits).ShouldBeLessThan(_one.MostBits);
        (_one.Candidates, _one.MostBits).ShouldBe((Crystals, Math.Log2(Crystals)));
        best[^1].Reach.ShouldNotBeNull();
    }

    [Fact]
    public void Orders_start_apart_and_end_in_one_place()
    {
        var (best, worst) = (
            Points(_one, RetrievalMethod.Likelihood, RetrievalOrder.Best), Points(_one, RetrievalMethod.Likelihood, RetrievalOrder.Worst));
        var lattice = Points(_one, RetrievalMethod.Likelihood, RetrievalOrder.Lattice);
        worst[0].Property.ShouldBe(s_names[3]);
        worst[0].Bits.ShouldBeLessThan(0.3);
        best[0].Bits.ShouldBeGreaterThan(worst[0].Bits + 1);
        best[^1].Bits.ShouldBe(worst[^1].Bits, 1e-9);
        best[^1].Bits.ShouldBe(lattice[^1].Bits, 1e-9);
        lattice.Select(p => p.Property).ShouldBe(
            [s_names[0], s_names[1], s_names[2], s_names[3]], "the copy is joined to the first by an edge, so that it comes later");
    }

    [Fact]
    public void Predictions_that_know_nothing_tell_nothing()
    {
        var blind = Analyzed([50, 50, 50, 50]);
        foreach (var point in blind.Curves.Where(c => c.Method != RetrievalMethod.Measured).SelectMany(c => c.Points))
            point.Bits.ShouldBeInRange(-0.3, 0.1);
        Points(blind, RetrievalMethod.Likelihood, RetrievalOrder.Best)[^1].MedianRank.ShouldBeInRange(70, 130);
    }

    [Fact]
    public void Perfect_predictions_nearly_single_out_each_crystal() =>
        Points(_one, RetrievalMethod.Measured, RetrievalOrder.Best)[^1].Bits.ShouldBeGreaterThan(_one.MostBits - 1.5);

    [Fact]
    public void How_errors_scatter_together_tells_more_than_distances_alone()
    {
        // The worst property is worth nothing: neighbours that look at all alike are misled by it.
        var likely = Points(_one, RetrievalMethod.Likelihood, RetrievalOrder.Best)[^1].Bits;
        likely.ShouldBeGreaterThan(Points(_one, RetrievalMethod.Neighbours, RetrievalOrder.Best)[^1].Bits + 0.3);
    }

    [Fact]
    public void The_formula_leaves_the_crystals_that_share_it()
    {
        // Two of each.
        _one.FormulaBits.ShouldBe(Math.Log2(Crystals / 2.0), 1e-9);
        _one.FormulaAndAllBits.ShouldBeInRange(_one.FormulaBits, _one.MostBits);
    }

    [Fact]
    public void Without_any_property_all_candidates_are_as_good()
    {
        var match = new CandidateMatch(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(1), 4);
        match.Of([[1, 2, 3]], [[1, 2, 3]], []).ShouldAllBe(m => Math.Abs(m.Bits) < 1e-12 && m.Rank == 2);
    }

    [Fact]
    public void The_odds_of_two_candidates_are_those_of_the_formula()
    {
        // Distances 0 and 2, Student's t with one degree of freedom in one dimension: odds 1 to 1 + 4.
        var match = new CandidateMatch(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(1), 1);
        var matched = match.Of([[0, 2]], [[0, 2]], [0]);
        matched[0].Bits.ShouldBe(1 + Math.Log2(5 / 6.0), 1e-12);
        matched[0].Rank.ShouldBe(1);
    }

    [Fact]
    public void Seeds_with_few_crystals_are_left_out() =>
        RetrievalAnalyzer.Of([Seed(1, s_errors, 8)], new(), (_, _) => 0, (_, _, _) => 0).ShouldBeEmpty();

    private static ImmutableArray<RetrievalPoint> Points(RetrievalAnalysis one, RetrievalMethod method, RetrievalOrder order) =>
        one.Curve(method, order)!.Points;

    private static RetrievalAnalysis Analyzed(double[] errors) => RetrievalAnalyzer.Of(
        [Seed(1, errors, Crystals), Seed(2, errors, Crystals)], new(),
        (_, name) => 1 / (1 + errors[s_names.IndexOf(name)]),
        (_, one, other) => new[] { one, other }.Contains(s_names[0]) && new[] { one, other }.Contains(s_names[2]) ? 0.5 : 0)
        .ShouldHaveSingleItem();

    private static RetrievalSeed Seed(int seed, double[] errors, int count)
    {
        var random = new Random(100 * seed);
        return new(Representation.Structure, seed, s_names, 3 * count, Part(), Part());

        RetrievalCrystals Part()
        {
            double[] a = Drawn(), b = Drawn(), poor = Drawn();
            double[][] measured = [a, b, [.. a.Select(x => x + 0.01 * Normal())], poor];
            return new(
                [.. a.Select((_, i) => $"F{i / 2}")], [.. measured.Select(v => v.ToImmutableArray())],
                [.. measured.Select((v, p) => v.Select(x => x + errors[p] * Normal()).ToImmutableArray())]);
        }

        double[] Drawn() => [.. Enumerable.Range(0, count).Select(_ => Normal())];
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
