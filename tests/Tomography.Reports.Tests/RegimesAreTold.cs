using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class RegimesAreTold
{
    [Theory]
    [InlineData(0.795, "dense in 79.5 % of the repetitions, no clear one in 20.5 %")] // not announced, and not rounded to what would be
    [InlineData(0.8, "dense in 80 % of the repetitions, no clear one in 20 %")]
    public void With_the_share_of_the_repetitions_that_show_them(double dense, string told) =>
        new RegimeFinding(6, 12, null, [new(Regime.Dense, dense), new(null, 1 - dense)]).Shares(2).ShouldBe(told);
}
