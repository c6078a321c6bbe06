using System.Text.Json;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class AnalysisJsonTests
{
    [Fact]
    public void The_file_is_the_approved_one() => AnalysisJson.Write(ReportStudy.Analysis).ShouldMatchApproved(Approved.As("json"));

    [Fact]
    public void Without_a_single_result_every_percentage_is_null_and_the_reason_stands_beside_it()
    {
        var analysis = StudyAnalyzer.Analyze(ReportStudy.Results with { Scores = [] });
        using var json = JsonDocument.Parse(AnalysisJson.Write(analysis));

        foreach (var cell in json.RootElement.GetProperty("importance").EnumerateArray().SelectMany(table => table.GetProperty("cells").EnumerateArray()))
        {
            cell.GetProperty("pooled").GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null);
            cell.GetProperty("pooled").GetProperty("missing").GetString().ShouldBe("noBaseline");
        }
    }

    [Fact]
    public void With_one_representation_the_last_column_and_its_counts_are_null()
    {
        using var json = JsonDocument.Parse(AnalysisJson.Write(StudyAnalyzer.Analyze(ReportStudy.OnlyStructure)));
        var pooled = json.RootElement.GetProperty("significance").GetProperty("pooled");

        pooled.GetProperty("featureCounts").ValueKind.ShouldBe(JsonValueKind.Null);
        pooled.GetProperty("targets")[0].GetProperty("composition").ValueKind.ShouldBe(JsonValueKind.Null);
        pooled.GetProperty("targets")[0].GetProperty("structure").ValueKind.ShouldBe(JsonValueKind.Array);
    }
}
