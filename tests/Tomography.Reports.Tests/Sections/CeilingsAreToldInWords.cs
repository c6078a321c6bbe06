using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Reports.Tests;

public class CeilingsAreToldInWords
{
    private static readonly CompositionCeiling Ceiling = new(new("band-gap"), 300, 100)
    {
        LeaveOneOut = new(0.30, 0.28, 0.32), Least = new(0.20, 0.18, 0.22), ConstantMae = 1,
    };

    [Theory]
    [InlineData("structure", 0.1, "The structure baseline encodes what composition cannot: its error is 0.100, and no function of the "
        + "formula reaches less than 0.180.")]
    [InlineData("structure", 0.25, "Whether the structure baseline (0.250) encodes more than composition can is open: a function of the "
        + "formula reaches 0.180 to 0.320.")]
    [InlineData("structure", 0.4, "The structure baseline does worse (0.400) than the formula alone allows (0.320 or less), so it shows "
        + "nothing that composition could not tell.")]
    [InlineData("composition", 0.1, "The composition baseline does better (0.100) than any function of the reduced formula can (0.180 at "
        + "least): its graph has a node per site, so it knows the size of the cell too.")]
    [InlineData("composition", 0.25, "The composition baseline (0.250) may be as good as the formula allows (0.180 to 0.320).")]
    [InlineData("composition", 0.4, "The composition baseline could still learn from the formula: its error is 0.400, where the formula "
        + "allows 0.320 or less.")]
    [InlineData("composition", 0.9, "The composition baseline has not learnt what the formula holds: its error is 0.900, where the formula "
        + "allows 0.320 or less.")]
    public void What_the_numbers_allow_is_one_sentence(string representation, double error, string sentence) =>
        CeilingText.Of(With(new(new(representation), 3, new(error, error, error)))).ShouldBe(sentence);

    [Fact]
    public void Why_nothing_can_be_said_is_told()
    {
        CeilingText.Of(With(new(Representation.Structure, 1, new(0.1, 0.1, 0.1)))).ShouldBe(
            "For 1 seed the structure baseline has errors on test crystals with polymorphs: below 3 nothing is said of it.");
        CeilingText.Of(new(new("band-gap"), 1, 1)).ShouldBe(
            "1 material has another of the same formula, of 1 formula; with fewer than 30 materials or 10 formulas nothing can be said.");
    }

    private static CompositionCeiling With(PolymorphError baseline) => Ceiling with { Baselines = [baseline] };
}
