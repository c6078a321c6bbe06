using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public class FilesAreLinked
{
    private static string Html(ReportSection section) =>
        RenderedSection.Of([section], Listing.Input, Templates.Open(Shipped.Templates, "report")).Single().Html;

    [Fact]
    public void Each_file_beside_the_page_is_a_link_with_what_it_holds()
    {
        var html = Html(new FilesSection());
        html.ShouldContain("<a href=\"report.xlsx\">report.xlsx</a></dt><dd>the numbers as a workbook</dd>");
        html.ShouldContain("<code>phantom-0123abcd</code>");
    }

    [Fact]
    public void The_text_of_the_experiment_is_shown_as_it_is() =>
        Html(new FilesSection()).ShouldContain("experiment: small\n# &lt;b&gt;bold&lt;/b&gt;\n");

    [Fact]
    public void Where_none_of_it_is_known_there_is_no_such_section()
    {
        new FilesSection().IsShown(SmallStudy.Input).ShouldBeFalse();
        new ProvenanceSection().IsShown(SmallStudy.Input).ShouldBeFalse();
    }

    [Fact]
    public void Devices_are_listed_with_the_number_of_machines_and_not_with_their_names()
    {
        var html = Html(new ProvenanceSection());
        html.ShouldContain(">gpu<");
        html.ShouldNotContain("machine-");
        AnalysisJson.Write(Listing.Input, [new ProvenanceSection()]).ShouldNotContain("machine-");
    }
}
