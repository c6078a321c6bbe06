using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class PagesCompareInformationWithTheError
{
    [Theory]
    [InlineData(0.2, "they do: features that add more reduce the error more (rank correlation 0.60, 95 % interval 0.20 to 0.90).")]
    [InlineData(-0.1, "no such order is shown (rank correlation 0.60, 95 % interval \u22120.10 to 0.90).")]
    public void One_sentence_says_whether_features_that_add_more_reduce_the_error_more(double low, string sentence)
    {
        var section = Section([new(LatticeStudy.S, null, new(0.6, low, 0.9), 54, 12)]);
        section.ShouldContain("In structure " + sentence);
        section.ShouldContain("<td>all targets</td><td class=\"right\">0.60</td>");
    }

    [Fact]
    public void Features_that_reduce_the_error_less_the_more_they_add_are_told_as_such() =>
        Section([new(LatticeStudy.C, null, new(-0.5, -0.8, -0.1), 20, 8)])
            .ShouldContain("In composition they do not: features that add more reduce the error less");

    [Fact]
    public void Too_few_pairs_have_a_sentence_and_no_table()
    {
        var section = Section([new(LatticeStudy.S, null, null, 7, 4)]);
        section.ShouldContain("In structure it cannot be told: that takes 8 pairs of feature and target, of 5 features");
        section.ShouldContain("there are 7, of 4.");
        section.ShouldNotContain("rank correlation");
    }

    private static string Section(ImportanceAgreement[] agreements)
    {
        var input = LatticeStudy.Input with { Analysis = LatticeStudy.Analysis with { Agreements = [.. agreements] } };
        return RenderedSection.Of([new InformationSection()], input, Templates.Open(Shipped.Templates, "report"))[0].Html;
    }
}
