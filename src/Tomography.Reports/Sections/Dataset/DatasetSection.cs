namespace Tomography.Reports;

/// <summary>The dataset in numbers, and its properties.</summary>
internal sealed class DatasetSection : ReportSection
{
    public override string Id => "dataset";

    public override string Title => "Dataset";

    public override PagePart Part => PagePart.Background;

    public override SectionPage Page(ReportInput input) => new("dataset", DatasetView.Of(input.Analysis));
}
