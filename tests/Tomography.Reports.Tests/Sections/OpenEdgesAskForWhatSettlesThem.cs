using System.Text.Json;
using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

public class OpenEdgesAskForWhatSettlesThem
{
    private static readonly PropertyName s_volume = new("volume"), s_density = new("density"), s_gap = new("band-gap");

    private static readonly SteeringPlan s_plan = new(
        0,
        [],
        [new(LatticeKind.Features, Takes, Takes.Model.Features, s_volume, [], 0.2, "-12.0 % (-20.0 % to -4.0 %); more")],
        [
            new(
                LatticeKind.Features, ReportStudy.S, s_gap, s_volume, Remedy.Materials, 2000, 0.1,
                "about 2,000 materials should decide it"),
            new(
                LatticeKind.Features, ReportStudy.S, new([s_density, s_gap]), s_volume, Remedy.Epochs, 750, 0.3,
                "about 750 epochs might do"),
        ],
        Settled: 5,
        Waiting: 0,
        Failed: 0);

    [Fact]
    public void The_page_counts_them_by_what_they_ask_for_and_gives_the_command_where_seeds_help()
    {
        var page = Page(s_plan);

        page.ShouldContain("<strong>3 edges are open</strong>, 5 settled, 0 wait");
        page.ShouldContain("What would settle them: more seeds (1), more materials (1), more epochs (1).");
        page.ShouldContain("<pre><code>dotnet build study.proj -t:Steer");
        page.ShouldContain("<td>band-gap + density → volume</td><td class=\"right\">30.0</td><td>epochs</td>"
            + "<td>about 750 epochs might do</td>");
        page.ShouldContain("−12.0 % (−20.0 % to −4.0 %)");
    }

    [Fact]
    public void There_is_no_command_where_no_edge_asks_for_seeds()
    {
        Page(s_plan with { Deferred = [] }).ShouldNotContain("-t:Steer");
        Page(s_plan with { Deferred = [], Advice = [] }).ShouldContain("Every edge is settled");
    }

    [Fact]
    public void The_file_has_the_remedy_and_its_number()
    {
        var json = JsonSerializer.SerializeToElement(SteeringJson.Plan(s_plan)).GetProperty("Edges");

        json[0].GetProperty("Remedy").GetString().ShouldBe("seeds");
        json[2].GetProperty("Remedy").GetString().ShouldBe("epochs");
        json[2].GetProperty("Amount").GetInt32().ShouldBe(750);
    }

    [Fact]
    public void What_is_learnt_along_and_starts_are_told_from_features()
    {
        var plan = s_plan with
        {
            Deferred = [s_plan.Deferred[0] with { Lattice = LatticeKind.Transfers, Feature = s_gap }],
            Advice = [s_plan.Advice[0] with { Lattice = new(EdgeKind.Start, 1200) }, s_plan.Advice[1]],
        };
        var page = Page(plan);

        page.ShouldContain("<td>band-gap learnt along → volume</td>");
        page.ShouldContain("<td>band-gap as the start → volume from 1,200 labels</td>");
        page.ShouldContain("<pre><code>dotnet build study.proj -t:Steer");
        var edges = JsonSerializer.SerializeToElement(SteeringJson.Plan(plan)).GetProperty("Edges").EnumerateArray();
        edges.Select(e => (e.GetProperty("Lattice").GetString(), e.GetProperty("Labels").ToString()))
            .ShouldBe([("transfer", ""), ("starts", "1200"), ("features", "")]);
    }

    private static SeedModels Takes
    {
        get
        {
            var model = ReportStudy.Results.Models.First(model => !model.IsBaseline);
            return new(model, model.Baseline, null);
        }
    }

    private static string Page(SteeringPlan plan)
    {
        var analysis = ReportStudy.Analysis;
        var changed = analysis with { Entanglement = analysis.Entanglement with { Steering = plan } };
        var page = HtmlReport.Write(ReportStudy.Input with { Analysis = changed }, Shipped.Templates);
        var start = page.IndexOf("<section id=\"next\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}
