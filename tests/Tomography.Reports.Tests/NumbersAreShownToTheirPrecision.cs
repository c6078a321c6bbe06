using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public class NumbersAreShownToTheirPrecision
{
    [Theory]
    [InlineData(-2.44, "\u22122.4")]
    [InlineData(2.46, "+2.5")]
    [InlineData(-0.04, "0.0")]
    [InlineData(0, "0.0")]
    [InlineData(999.94, "+999.9")]
    [InlineData(999.96, "+1000")]
    [InlineData(-12345.6, "\u221212346")]
    [InlineData(1.25e9, "+1.3e9")]
    public void A_percentage_has_a_sign_and_one_decimal_unless_it_is_large(double percent, string text) =>
        NumberText.Signed(percent).ShouldBe(text);

    [Fact]
    public void Distances_always_have_their_direction()
    {
        NumberText.Up(0).ShouldBe("+0.0");
        NumberText.Up(2.4).ShouldBe("+2.4");
        NumberText.Down(0).ShouldBe("\u22120.0");
        NumberText.Down(2.6).ShouldBe("\u22122.6");
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(0.04321, 5)]
    [InlineData(1.5, 3)]
    [InlineData(123.4, 1)]
    [InlineData(123456, 0)]
    public void Four_significant_digits_are_shown(double value, int decimals) => NumberText.Decimals(value).ShouldBe(decimals);
}
