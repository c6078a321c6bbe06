using System.Globalization;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public class ResultsCsvTests
{
    [Fact]
    public void The_table_is_the_approved_one() => ResultsCsv.Write(ReportStudy.Results).ShouldMatchApproved(Approved.As("csv"));

    [Fact]
    public void The_order_of_the_scores_does_not_change_the_table()
    {
        var shuffled = ReportStudy.Results.Scores.ToArray();
        new Random(1).Shuffle(shuffled);

        ResultsCsv.Write(ReportStudy.Results with { Scores = [.. shuffled] }).ShouldBe(ResultsCsv.Write(ReportStudy.Results));
    }

    [Fact]
    public void Numbers_read_back_to_the_same_bits()
    {
        var score = ReportStudy.Results.Scores[0] with { TestMae = 0.1 + 0.2, ValidationMae = double.Epsilon, Seconds = 1e22 };
        var fields = Rows(score)[1].Split(',');

        double.Parse(fields[4], CultureInfo.InvariantCulture).ShouldBe(0.1 + 0.2);
        double.Parse(fields[5], CultureInfo.InvariantCulture).ShouldBe(double.Epsilon);
        double.Parse(fields[8], CultureInfo.InvariantCulture).ShouldBe(1e22);
    }

    [Fact]
    public void The_feature_of_a_baseline_is_empty() =>
        Rows(ReportStudy.Results.Scores[0] with { Feature = null })[1].ShouldStartWith("composition,volume,,123,");

    [Fact]
    public void A_field_with_a_comma_or_a_quote_is_quoted() =>
        Rows(ReportStudy.Results.Scores[0] with { Job = "a,\"b\"" })[1].ShouldEndWith(",\"a,\"\"b\"\"\"");

    [Fact]
    public void Lines_end_in_a_line_feed_and_a_study_without_results_has_the_header_only() =>
        ResultsCsv.Write(ReportStudy.Results with { Scores = [] }).ShouldBe(ResultsCsv.Header + "\n");

    private static string[] Rows(Analysis.ModelScore score) =>
        ResultsCsv.Write(ReportStudy.Results with { Scores = [score] }).Split('\n');
}
