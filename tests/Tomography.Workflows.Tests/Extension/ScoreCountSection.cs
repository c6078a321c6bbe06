using Tomography.Reports;

namespace Tomography.Workflows.Tests;

/// <summary>A section that the program does not ship: how many scores there are.</summary>
internal sealed class ScoreCountSection : ReportSection
{
    public override string Id => "score-count";

    public override string Title => "Count of scores";

    public override SectionPage Page(ReportInput input) => SectionPage.Plain($"<p>{input.Results.Scores.Length} scores.</p>", [], []);

    public override IEnumerable<JsonMember> Json(ReportInput input) => [new("scoreCount", input.Results.Scores.Length)];
}
