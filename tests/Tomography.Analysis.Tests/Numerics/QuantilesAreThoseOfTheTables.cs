using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

public class QuantilesAreThoseOfTheTables
{
    [Theory]
    [InlineData(1, 12.7062)]
    [InlineData(4, 2.7764)]
    [InlineData(11, 2.2010)]
    [InlineData(30, 2.0423)]
    [InlineData(1000000, 1.959966)]
    public void The_t_quantile_is_that_of_the_tables(int degrees, double expected) =>
        StudentT.Quantile975(degrees).ShouldBe(expected, 1e-3);
}
