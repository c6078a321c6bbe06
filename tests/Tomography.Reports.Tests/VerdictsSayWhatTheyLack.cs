using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

public class VerdictsSayWhatTheyLack
{
    private static readonly EdgeVerdict s_verdict = new(
        ReportStudy.S, new PropertyName("density"), new PropertyName("volume"), VerdictKind.Informs, VerdictReason.None,
        new(-0.2, 0.02, 20, 5, 500, 0.6), null, null, 0.001)
    {
        SeedsPlanned = 5,
        SeedsMeasured = 5,
    };

    [Fact]
    public void A_verdict_from_all_seeds_at_first_sight_says_nothing_of_either() =>
        Sentence(s_verdict).ShouldEndWith("more than chance does. No control of its kind ran along.");

    [Fact]
    public void One_that_lacks_seeds_says_how_many_and_how_to_get_them()
    {
        Sentence(s_verdict with { SeedsMeasured = 4 }).ShouldEndWith(" From 4 of 5 seeds; build again for the rest.");
        Sentence(s_verdict with { SeedsMeasured = 2, Reason = VerdictReason.FewSeeds, Kind = VerdictKind.Undecided })
            .ShouldBe("Fewer than three seeds have both models. From 2 of 5 seeds; build again for the rest.");
    }

    [Fact]
    public void One_that_lacks_its_control_says_so() =>
        Sentence(s_verdict with { Reason = VerdictReason.NoControl, Kind = VerdictKind.Undecided })
            .ShouldBe("Fewer than three seeds have its control, which it must be held against; building again trains the rest.");

    [Fact]
    public void One_that_rests_on_few_formulas_says_so() =>
        Sentence(s_verdict with { Reason = VerdictReason.FewFormulas, Kind = VerdictKind.Untrusted })
            .ShouldBe("Too few formulas are tested, or a few bring most of it: what is seen may hold for these alone.");

    [Fact]
    public void One_that_was_looked_at_more_than_once_says_what_that_costs() =>
        Sentence(s_verdict with { Looks = 3 }).ShouldEndWith(
            " It was looked at 3 times as seeds were added, so a claim must be 9 times less likely by chance.");

    private static string Sentence(EdgeVerdict verdict) => VerdictText.Sentence(verdict, 0.05);
}
