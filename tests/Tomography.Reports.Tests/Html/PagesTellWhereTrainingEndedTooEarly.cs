using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class PagesTellWhereTrainingEndedTooEarly
{
    private const string Remark = "Training ended while the validation error still fell by 1 % or more over the last fifth of the epochs, "
        + "for half of the seeds or more: ";

    [Fact]
    public void The_baselines_are_named_and_how_many_epochs_might_do()
    {
        var page = Page(new(3, 2, 60, -0.08));
        page.ShouldContain("<td>2 of 3 <span class=\"status attention\">still falls</span></td>");
        page.ShouldContain(Remark + "volume in structure. Features that help");
        page.ShouldContain("With 90 epochs in place of 60 it might come to an end.");
    }

    [Fact]
    public void Nothing_is_said_where_all_came_to_an_end()
    {
        Page(new(3, 2, 60, 0.001)).ShouldNotContain("still fell");
        Page(null).ShouldNotContain("still fell");
    }

    private static string Page(Convergence? convergence)
    {
        var analysis = SmallStudy.Input.Analysis;
        var baselines = analysis.Baselines.SetItem(0, analysis.Baselines[0] with { Convergence = convergence });
        var section = ReportSections.All.Single(each => each.Id == "baselines");
        var templates = Templates.Open(Shipped.Templates, "report");
        return RenderedSection.Of([section], SmallStudy.Input with { Analysis = analysis with { Baselines = baselines } }, templates)
            .ShouldHaveSingleItem().Html;
    }
}
