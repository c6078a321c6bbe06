using System.Globalization;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

public class ResultsCsvHasARowPerModel
{
    private static Analysis.ModelScore First => ReportStudy.Results.Scores[0];

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
        double.Parse(fields[8], CultureInfo.InvariantCulture).ShouldBe(double.Epsilon);
        double.Parse(fields[11], CultureInfo.InvariantCulture).ShouldBe(1e22);
    }

    [Fact]
    public void The_features_of_a_baseline_are_empty_and_those_of_a_set_are_joined_by_a_plus()
    {
        Rows(First)[1].ShouldStartWith("composition,volume,,123,");
        PropertySet set = new([new("volume"), new("band-gap")]);
        Rows(First with { Model = First.Model with { Features = set } })[1].ShouldStartWith("composition,volume,band-gap+volume,123,");
    }

    [Fact]
    public void An_R2_that_does_not_exist_is_empty()
    {
        Rows(First with { R2 = null })[1].Split(',')[5].ShouldBe("");
        Rows(First with { R2 = -0.5 })[1].Split(',')[5].ShouldBe("-0.5");
    }

    [Fact]
    public void A_model_of_two_targets_has_a_row_for_each()
    {
        var model = First.Model with { Targets = new([new("volume"), new("band-gap")]) };
        var results = ReportStudy.Results with
        {
            Models = [model],
            Scores = [First with { Model = model, Target = new("band-gap") }, First with { Model = model }],
        };

        ResultsCsv.Write(results).Split('\n')[1..3].Select(row => row[..row.IndexOf(",,", StringComparison.Ordinal)])
            .ShouldBe(["composition,volume", "composition,band-gap"]);
    }

    [Fact]
    public void Baselines_on_fewer_materials_stand_after_those_on_all()
    {
        var reduced = First.Model with { Materials = new PropertyName("band-gap") };
        var results = ReportStudy.Results with
        {
            Models = [.. ReportStudy.Results.Models, reduced],
            Scores = [First with { Model = reduced, Materials = 80 }, First, First with { Model = First.Model with { Seed = 456 } }],
        };

        ResultsCsv.Write(results).TrimEnd('\n').Split('\n').Skip(1).Select(row => row.Split(',')).Select(row => (row[3], row[7]))
            .ShouldBe([("123", "200"), ("456", "200"), ("123", "80")]);
    }

    [Fact]
    public void A_field_with_a_comma_or_a_quote_is_quoted() =>
        Rows(ReportStudy.Results.Scores[0] with { Key = "a,\"b\"" })[1].ShouldEndWith(",\"a,\"\"b\"\"\"");

    [Fact]
    public void Lines_end_in_a_line_feed_and_a_study_without_results_has_the_header_only() =>
        ResultsCsv.Write(ReportStudy.Results with { Scores = [] }).ShouldBe(ResultsCsv.Header + "\n");

    private static string[] Rows(Analysis.ModelScore score) =>
        ResultsCsv.Write(ReportStudy.Results with { Scores = [score] }).Split('\n');
}
