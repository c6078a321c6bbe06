using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Tomography.Analysis.Tests;

public class NearestNeighboursAreFoundInBlocks
{
    // Few different values, so that many points share one.
    [Fact]
    public void The_distance_is_that_of_comparing_with_every_point() =>
        Prop.ForAll(
            Gen.Choose(0, 12).Two().NonEmptyListOf().ToArbitrary(),
            Gen.Choose(1, 4).ToArbitrary(),
            (points, neighbours) =>
            {
                double[] xs = [.. points.Select(point => point.Item1 / 3.0).Order()];
                double[] ys = [.. points.Select(point => point.Item2 / 7.0)];
                var blocks = new NeighbourBlocks(xs, ys);
                return Enumerable.Range(0, xs.Length)
                    .All(point => blocks.KthDistance(point, new double[neighbours]) == OneByOne(xs, ys, point, neighbours));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Large_sets_of_points_take_the_same_distances()
    {
        var random = new Random(3);
        double[] xs = [.. Enumerable.Range(0, 700).Select(place => place < 300 ? 0 : random.NextDouble()).Order()];
        double[] ys = [.. xs.Select(x => random.Next(3) == 0 ? 0 : x + random.NextDouble())];
        var blocks = new NeighbourBlocks(xs, ys);
        for (var point = 0; point < xs.Length; point++)
            Assert.Equal(OneByOne(xs, ys, point, 3), blocks.KthDistance(point, new double[3]));
    }

    private static double OneByOne(double[] xs, double[] ys, int point, int neighbours) =>
        Enumerable.Range(0, xs.Length)
            .Where(other => other != point)
            .Select(other => Math.Max(Math.Abs(xs[other] - xs[point]), Math.Abs(ys[other] - ys[point])))
            .Order()
            .Append(double.PositiveInfinity)
            .Take(neighbours)
            .Concat(Enumerable.Repeat(double.PositiveInfinity, neighbours))
            .ElementAt(neighbours - 1);
}
