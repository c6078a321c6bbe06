using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

/// <summary>What chance makes of measures that stand on little: where the least numbers of edges and pairs come from.</summary>
public class MeasuresNeedEnoughToStandOn(ITestOutputHelper output)
{
    private const int Draws = 500;
    private const double StandardError = 0.03;

    // Edges that inform both ways alike by 10 to 40 %: the asymmetry should be 0.
    [Fact]
    public void Asymmetry_of_few_pairs_is_chance()
    {
        double[] largest = [.. new[] { 1, 2, 3, 5 }.Select(pairs =>
        {
            var random = new Random(pairs);
            var drawn = Enumerable.Range(0, 4 * Draws).Select(_ => AsymmetryMeasure.Of(Alike(random, pairs))).Order().ToArray();
            var most = Percentile.Of(drawn, 0.95);
            output.WriteLine($"{pairs} pairs: mean {drawn.Average():0.000}, 95 of 100 below {most:0.000}");
            return most;
        })];

        largest[2].ShouldBeLessThan(0.16);
        largest[0].ShouldBeGreaterThan(1.3 * largest[2]);
        largest.ShouldBe(largest.OrderDescending());
    }

    // Edges dealt at random to 8 properties.
    [Fact]
    public void Modularity_and_dominance_of_few_edges_are_chance()
    {
        var deviations = new[] { 3, 5, 10 }.Select(edges =>
        {
            var random = new Random(edges);
            LatticeMeasures[] drawn =
            [
                .. Enumerable.Range(0, Draws).Select(_ => LatticeMeasures.Of(Dealt(random, 8, edges), null, new() { Permutations = 0 })),
            ];
            var (modularity, dominance) = (Spread(drawn, one => one.Modularity.Modularity), Spread(drawn, one => one.Dominance));
            output.WriteLine($"{edges} edges: modularity {Words(modularity)}, dominance {Words(dominance)}");
            return modularity.Deviation;
        }).ToArray();

        deviations[0].ShouldBeGreaterThan(0.17);
        deviations[2].ShouldBeLessThan(0.09);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    [InlineData(8, 10)]
    [InlineData(12, 8)]
    public void From_five_edges_on_communities_are_seldom_found_where_there_are_none(int properties, int edges)
    {
        var random = new Random(properties);
        var found = Enumerable.Range(0, 100)
            .Count(_ => RegimeRules.Assess(LatticeMeasures.Of(Dealt(random, properties, edges)))!.Clear == Regime.Structured);
        output.WriteLine($"{properties} properties, {edges} edges: structured in {found} of 100");
        found.ShouldBeLessThanOrEqualTo(5);
    }

    // As many pairs as stated have a real edge, because their effects are large or chance makes them so.
    private static EntanglementLattice Alike(Random random, int pairs)
    {
        while (true)
        {
            Edge[] edges =
            [
                .. Enumerable.Range(0, pairs).SelectMany(pair =>
                {
                    var effect = 0.1 + 0.3 * random.NextDouble();
                    return new[] { Drawn(random, $"a{pair}", $"b{pair}", effect), Drawn(random, $"b{pair}", $"a{pair}", effect) };
                }),
            ];
            var lattice = Only(string.Join(' ', edges.Select(edge => edge.Feature.Value)), edges);
            if (LatticeCounts.Of(lattice).RealTwoWayPairs == pairs) return lattice;
        }
    }

    // Claimed at 2.6 standard errors, where the correction for many edges puts it.
    private static Edge Drawn(Random random, string feature, string target, double effect)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var change = -effect + StandardError * normal;
        return Of(feature, target, change - 2.6 * StandardError, change + 2.6 * StandardError);
    }

    private static EntanglementLattice Dealt(Random random, int properties, int edges)
    {
        string[] names = [.. Enumerable.Range(0, properties).Select(place => $"p{place}")];
        var places = (from feature in names from target in names where feature != target select (feature, target)).ToArray();
        random.Shuffle(places);
        return Full(
            string.Join(' ', names),
            [.. places.Take(edges).Select(place => Real(place.feature, place.target, 0.1 + 0.3 * random.NextDouble()))]);
    }

    private static string Words((double Mean, double Deviation) spread) => $"{spread.Mean:0.00} +- {spread.Deviation:0.00}";

    private static (double Mean, double Deviation) Spread(LatticeMeasures[] drawn, Func<LatticeMeasures, double> of)
    {
        var mean = drawn.Average(of);
        return (mean, Math.Sqrt(drawn.Average(one => (of(one) - mean) * (of(one) - mean))));
    }
}
