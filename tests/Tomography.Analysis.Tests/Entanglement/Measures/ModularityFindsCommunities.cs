using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class ModularityFindsCommunities
{
    // Two pairs of equal weight, nothing between: each pair holds half of the weight, Q = 2 (1/2 - (1/2)^2) = 1/2.
    [Fact]
    public void Two_separate_pairs_have_modularity_one_half_and_two_communities()
    {
        var result = ModularityMeasure.Of(Full("a b c d", Real("a", "c", 0.2), Real("d", "b", 0.2)), 0);

        result.Modularity.ShouldBe(0.5, 1e-12);
        result.Communities.Select(Names).ShouldBe(["a c", "b d"]);
        result.ZScore.ShouldBe(0, "no permutations were asked for");
    }

    // Two triangles joined by one edge, all of weight 1 both ways: 7 links; each triangle has 3 inside and strength 7 of 14. Q = 2 (3/7 -
    // 1/4).
    [Fact]
    public void Two_triangles_with_a_bridge_have_the_textbook_modularity()
    {
        var result = ModularityMeasure.Of(Full("a b c d e f", [.. Links("ab", "bc", "ca", "de", "ef", "fd", "cd")]), 100);

        result.Modularity.ShouldBe(2 * (3 / 7.0 - 1 / 4.0), 1e-12);
        result.Communities.Select(Names).ShouldBe(["a b c", "d e f"]);
        result.ZScore.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_complete_lattice_of_equal_weights_is_one_community_with_z_score_zero()
    {
        var result = ModularityMeasure.Of(Full("a b c", [.. Links("ab", "bc", "ca")]), 50);

        result.Modularity.ShouldBe(0, 1e-12);
        result.ZScore.ShouldBe(0);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a b", 2)]
    public void Without_real_edges_every_property_is_alone(string nodes, int communities)
    {
        var result = ModularityMeasure.Of(Only(nodes), 50);

        (result.Modularity, result.ZScore, result.Communities.Length).ShouldBe((0, 0, communities));
    }

    [Fact]
    public void Communities_count_where_they_are_and_not_how_the_nodes_are_ordered() =>
        ModularityMeasure
            .Of(Full("f a e b d c", [.. Links("ab", "bc", "ca", "de", "ef", "fd", "cd")]), 0)
            .Communities.Select(community => Names([.. community.Order()]))
            .ShouldBe(["d e f", "a b c"]);

    // The search is a heuristic; on small lattices all partitions can be tried. Of random ones it must miss the best by no more than
    // rounding nine times of ten, and never by much.
    [Fact]
    public void The_partition_is_the_best_of_all_partitions_of_small_lattices()
    {
        var random = new Random(7);
        var misses = 0;
        for (var run = 0; run < 100; run++)
        {
            var weights = RandomWeights(random, 6);
            var found = Partition.Modularity(weights, Partition.Best(weights));
            var best = Partitions(6).Max(partition => Partition.Modularity(weights, partition));
            found.ShouldBeInRange(best - 0.02, best + 1e-12);
            if (found < best - 1e-12) misses++;
        }

        misses.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void The_partition_is_never_worse_than_one_community_or_all_alone() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var weights = RandomWeights(new(seed), 9);
                    return Partition.Modularity(weights, Partition.Best(weights))
                        >= Math.Max(Partition.Modularity(weights, new int[9]), Partition.Modularity(weights, [0, 1, 2, 3, 4, 5, 6, 7, 8]))
                            - 1e-12;
                }
            )
            .QuickCheckThrowOnFailure();

    private static string Names(System.Collections.Immutable.ImmutableArray<Datasets.PropertyName> names) => string.Join(' ', names);

    private static IEnumerable<Edge> Links(params string[] pairs) =>
        pairs.SelectMany(pair => new[] { Real($"{pair[0]}", $"{pair[1]}", 1), Real($"{pair[1]}", $"{pair[0]}", 1) });

    private static double[,] RandomWeights(Random random, int size)
    {
        var weights = new double[size, size];
        for (var a = 0; a < size; a++)
            for (var b = 0; b < a; b++)
                weights[a, b] = weights[b, a] = random.NextDouble() < 0.5 ? random.NextDouble() : 0;
        return weights;
    }

    // Restricted growth strings: each partition once.
    private static IEnumerable<int[]> Partitions(int size)
    {
        if (size == 0)
            return
            [
                [],
            ];
        return Partitions(size - 1)
            .SelectMany(shorter => Enumerable.Range(0, shorter.DefaultIfEmpty(-1).Max() + 2).Select(last => (int[])[.. shorter, last]));
    }
}
