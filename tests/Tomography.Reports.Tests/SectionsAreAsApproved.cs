using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What each shipped section says of a small study, on the page and in <c>analysis.json</c>. Drawings are left out: they have
/// tests of their own.</summary>
public partial class SectionsAreAsApproved
{
    public static TheoryData<string> OnThePage => Ids(section => section.Page(SmallStudy.Input) is not null);

    public static TheoryData<string> InTheFile => Ids(section => section.Json(SmallStudy.Input).Any());

    [Theory]
    [MemberData(nameof(OnThePage))]
    public void The_section_shows_on_the_page_what_was_approved(string id)
    {
        var templates = Templates.Open(Shipped.Templates, "report");
        var html = RenderedSection.Of([Section(id)], SmallStudy.Input, templates).ShouldHaveSingleItem().Html;
        Check(Drawing().Replace(Captions.Number(html), "${open}>(drawing)</svg>") + "\n", id, "html");
    }

    [Theory]
    [MemberData(nameof(InTheFile))]
    public void The_section_writes_into_the_file_what_was_approved(string id)
    {
        var json = Approved.Rounded(AnalysisJson.Write(SmallStudy.Input, [Section(id)]));
        Check(Leaves().Replace(json, leaf => Blanks().Replace(leaf.Value, " ")), id, "json");
    }

    private static TheoryData<string> Ids(Func<ReportSection, bool> isIn) =>
        [.. ReportSections.All.Where(isIn).Select(section => section.Id)];

    private static ReportSection Section(string id) => ReportSections.All.Single(section => section.Id == id);

    private static void Check(string text, string id, string extension) => text.ShouldMatchApproved(configuration => configuration
        .SubFolder("Snapshots").WithFileExtension(extension).NoDiff()
        .WithFilenameGenerator((_, _, type, ending) => $"{id}.{type}.{ending.TrimStart('.')}"));

    // Objects and lists that hold no others; they stand on one line each, so that a snapshot can be read.
    [GeneratedRegex(@"[\[{]\n[^\[\]{}]*[\]}]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"\n\s*", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        "(?<open><svg[^>]*)>.*?</svg>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Drawing();
}
