using Shouldly;

namespace Tomography.Learning.Tests;

/// <summary>How two lists of numbers are compared: largest difference over the largest magnitude expected.</summary>
internal static class RelativeDifference
{
    public static void ShouldBeWithin(
        this IReadOnlyList<double> actual,
        IReadOnlyList<double> expected,
        double tolerance,
        string what,
        double floor = 1e-12)
    {
        actual.Count.ShouldBe(expected.Count, what);
        var scale = Math.Max(floor, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        var worst = actual.Zip(expected, (a, e) => Math.Abs(a - e)).DefaultIfEmpty().Max();
        (worst / scale).ShouldBeLessThan(tolerance, what);
    }
}
