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
        [new(ReportStudy.Results.Models.First(model => !model.IsBaseline), null, s_volume, [], 0.2, "-12.0 % (-20.0 % to -4.0 %); more")],
        [
            new(ReportStudy.S, s_gap, s_volume, Remedy.Materials, 2000, 0.1, "about 2,000 materials should decide it"),
            new(ReportStudy.S, new([s_density, s_gap]), s_volume, Remedy.Epochs, 750, 0.3, "about 750 epochs might do"),
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

    private static string Page(SteeringPlan plan)
    {
        var analysis = ReportStudy.Analysis;
        var changed = analysis with { Entanglement = analysis.Entanglement with { Steering = plan } };
        var page = HtmlReport.Write(ReportStudy.Input with { Analysis = changed }, Shipped.Templates);
        var start = page.IndexOf("<section id=\"next\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}
