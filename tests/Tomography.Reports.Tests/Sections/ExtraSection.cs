using System.Collections.Immutable;

namespace Tomography.Reports.Tests;

/// <summary>A section that the program does not ship: how many models there are of each representation.</summary>
internal sealed class ExtraSection : ReportSection
{
    public override string Id => "models-of-each";

    public override string Title => "Models of each representation <here>";

    public override string Link => "Models of each";

    public override bool IsShown(ReportInput input) => !input.Results.Scores.IsEmpty;

    public override SectionPage Page(ReportInput input) => SectionPage.Plain(
        "<p>All that were <em>trained</em>.</p>",
        [new("nothing", "Nothing <drawn>.", "By <nobody>.", "<svg viewBox=\"0 0 1 1\"></svg>", new(["models"], []))],
        [new("Models trained.", [new("representation"), new("models", IsNumber: true)], Rows(input))]);

    private static ImmutableArray<ImmutableArray<string>> Rows(ReportInput input) =>
        [.. Counts(input).Select(row => ImmutableArray.Create(row.Name, $"{row.Count}"))];

    public override IEnumerable<ReportSheet> Sheets(ReportInput input) =>
    [
        new("Models: of each", sheet =>
        {
            sheet.Cell(1, 1).SetValue("representation");
            foreach (var (place, row) in Counts(input).Index()) sheet.Cell(2 + place, 2).SetValue(row.Count);
        }),
    ];

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        [new("extra.modelsOfEach", Counts(input).Select(row => new { row.Name, row.Count }))];

    private static IEnumerable<(string Name, int Count)> Counts(ReportInput input) =>
        input.Results.Scores.GroupBy(score => score.Model.Representation.Name, (name, scores) => (name, scores.Count()));
}
