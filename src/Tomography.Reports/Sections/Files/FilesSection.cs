namespace Tomography.Reports;

/// <summary>What lies beside the page, and what the study is known by: its experiment's text, the dataset's hash, the keys.</summary>
internal sealed class FilesSection : ReportSection
{
    public override string Id => "files";

    public override string Title => "Files and keys";

    public override PagePart Part => PagePart.Background;

    public override bool IsShown(ReportInput input) =>
        !input.Context.Files.IsEmpty || input.Context.ExperimentText.Length > 0 || input.Context.DatasetKey.Length > 0;

    public override SectionPage? Page(ReportInput input) => !IsShown(input) ? null : new("files", new
    {
        files = input.Context.Files.Select(file => new { name = file.Name, holds = file.Holds }).ToArray(),
        dataset = input.Context.DatasetKey,
        experiment = input.Context.ExperimentText,
        keys = NumberText.Count(input.Results.Scores.Select(score => score.Key).Distinct().Count()),
    });

    public override IEnumerable<JsonMember> Json(ReportInput input) => !IsShown(input) ? [] :
    [
        new("files", input.Context.Files.Select(file => new { file.Name, file.Holds })),
        new("datasetKey", input.Context.DatasetKey),
    ];
}
