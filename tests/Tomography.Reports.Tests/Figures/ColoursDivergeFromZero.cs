using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public class ColoursDivergeFromZero
{
    [Theory]
    [InlineData(0, "#ffffff")]
    [InlineData(-10, "#2166ac")]
    [InlineData(10, "#b2182b")]
    [InlineData(-5, "#92c5de")]
    [InlineData(5, "#f4a582")]
    public void The_scale_is_blue_white_and_red_at_its_stops(double change, string colour) =>
        DivergingScale.ColourOf(change).Hex.ShouldBe(colour);

    [Theory]
    [InlineData(-85.1, -10)]
    [InlineData(1e300, 10)]
    public void Changes_beyond_the_scale_have_its_last_colour(double change, double limit) =>
        DivergingScale.ColourOf(change).ShouldBe(DivergingScale.ColourOf(limit));

    [Fact]
    public void The_colour_darkens_steadily_away_from_zero()
    {
        foreach (var sign in new[] { -1, 1 })
            for (var step = 1; step <= 100; step++)
                DivergingScale
                    .ColourOf(sign * step / 10.0)
                    .Luminance.ShouldBeLessThan(DivergingScale.ColourOf(sign * (step - 1) / 10.0).Luminance);
    }

    // 4.5 to 1 is what WCAG 2.1 asks for (level AA).
    [Fact]
    public void Numbers_are_readable_on_every_colour_of_the_scale()
    {
        for (var step = -100; step <= 100; step++)
        {
            var colour = DivergingScale.ColourOf(step / 10.0);
            Rgb.Contrast(colour, colour.Ink).ShouldBeGreaterThanOrEqualTo(4.5);
        }
    }
}
