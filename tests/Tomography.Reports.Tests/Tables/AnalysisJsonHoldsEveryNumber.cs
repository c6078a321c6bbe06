using System.Text.Json;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class AnalysisJsonHoldsEveryNumber
{
    [Fact]
    public void The_members_stand_in_the_same_order_always()
    {
        using var json = JsonDocument.Parse(AnalysisJson.Write(ReportStudy.Input));
        json.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(
        [
            "formatVersion", "experiment", "dataset", "representations", "targets", "features", "properties", "controls", "seeds", "models",
            "verdicts",
            "importance", "significance", "couplings", "baselines", "entanglement", "information",
        ]);
        json.RootElement.GetProperty("entanglement").EnumerateObject().Select(member => member.Name)
            .ShouldBe(["hasControls", "positiveControls", "representations", "latents", "steering", "checklist"]);
    }

    [Fact]
    public void Two_sections_that_write_the_same_member_are_an_error()
    {
        Write("experiment").Message.ShouldContain("experiment");
        Write("experiment.name").Message.ShouldContain("experiment.name");
        Write("entanglement.steering").Message.ShouldContain("entanglement.steering");

        static ArgumentException Write(string path) =>
            Should.Throw<ArgumentException>(() => AnalysisJson.Write(ReportStudy.Input, ReportSections.All.Add(new Member(path))));
    }

    [Fact]
    public void The_file_of_a_study_with_everything_is_the_approved_one() =>
        Approved.Rounded(AnalysisJson.Write(LatticeStudy.Input)).ShouldMatchApproved(Approved.As("json"));

    [Fact]
    public void What_was_not_measured_is_null_or_empty()
    {
        using var json = JsonDocument.Parse(Write(ReportStudy.Results with { Scores = [] }));
        var entanglement = json.RootElement.GetProperty("entanglement");

        json.RootElement.GetProperty("formatVersion").GetInt32().ShouldBe(4);
        json.RootElement.GetProperty("information").ValueKind.ShouldBe(JsonValueKind.Null);
        entanglement.GetProperty("hasControls").GetBoolean().ShouldBeFalse();
        entanglement.GetProperty("latents").GetArrayLength().ShouldBe(0);
        var lattice = entanglement.GetProperty("representations")[0];
        lattice.GetProperty("edges").GetArrayLength().ShouldBe(0);
        lattice.GetProperty("regime").GetProperty("announced").ValueKind.ShouldBe(JsonValueKind.Null);
        lattice.GetProperty("measures")[0].GetProperty("missing").GetString().ShouldBe("too few judged edges (0 of 5)");
        lattice.GetProperty("loop").ValueKind.ShouldBe(JsonValueKind.Null);
        lattice.GetProperty("tradeOff").GetProperty("optimum").ValueKind.ShouldBe(JsonValueKind.Null);
        // The pairs asked for: three features for two targets without the self pairs.
        lattice.GetProperty("unmeasured").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public void The_lattice_reads_back_as_it_was_analysed()
    {
        using var json = JsonDocument.Parse(AnalysisJson.Write(LatticeStudy.Input));
        var expected = LatticeStudy.Analysis.Entanglement.Representations[0];
        var written = json.RootElement.GetProperty("entanglement").GetProperty("representations")[0];

        written
            .GetProperty("edges")
            .EnumerateArray()
            .Select(edge => edge.GetProperty("weight").GetDouble())
            .ShouldBe(expected.Lattice.Edges.Select(edge => edge.Weight));
        written
            .GetProperty("measures")
            .EnumerateArray()
            .Select(measure => measure.GetProperty("measure").GetString())
            .First()
            .ShouldBe("density");
        written.GetProperty("regime").GetProperty("claims").GetInt32().ShouldBe(expected.Regime.Claims);
        json.RootElement.GetProperty("information")
            .GetProperty("cells")
            .GetArrayLength()
            .ShouldBe(LatticeStudy.Analysis.Information!.Cells.Length);
        json.RootElement.GetProperty("entanglement").GetProperty("checklist").GetArrayLength().ShouldBe(2 + 6 * 2);
    }

    [Fact]
    public void Without_a_single_result_every_percentage_is_null_and_the_reason_stands_beside_it()
    {
        using var json = JsonDocument.Parse(Write(ReportStudy.Results with { Scores = [] }));

        foreach (
            var cell in json
                .RootElement.GetProperty("importance")
                .EnumerateArray()
                .SelectMany(table => table.GetProperty("cells").EnumerateArray()))
        {
            cell.GetProperty("pooled").GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null);
            cell.GetProperty("pooled").GetProperty("missing").GetString().ShouldBe("noBaseline");
        }
    }

    [Fact]
    public void With_one_representation_the_last_column_and_its_counts_are_null()
    {
        using var json = JsonDocument.Parse(Write(ReportStudy.OnlyStructure));
        var pooled = json.RootElement.GetProperty("significance").GetProperty("pooled");

        pooled.GetProperty("featureCounts").ValueKind.ShouldBe(JsonValueKind.Null);
        pooled.GetProperty("targets")[0].GetProperty("composition").ValueKind.ShouldBe(JsonValueKind.Null);
        pooled.GetProperty("targets")[0].GetProperty("structure").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    private static string Write(StudyResults results) =>
        AnalysisJson.Write(new(StudyAnalyzer.Analyze(results), results, ReportStudy.Context));

    private sealed class Member(string path) : ReportSection
    {
        public override string Id => "other";

        public override string Title => "Other";

        public override IEnumerable<JsonMember> Json(ReportInput input) => [new(path, 1)];
    }
}
