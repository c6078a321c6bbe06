using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Importance paired by seed, on the page; <see cref="ImportanceSection"/> writes both forms into the workbook and
/// <c>analysis.json</c>.</summary>
internal sealed class PairedImportanceSection : ReportSection
{
    public override string Id => "importance-paired";

    public override string Title => $"Importance, {ImportanceForm.Paired.Words()}";

    public override string Link => "Importance, paired";

    public override SectionPage Page(ReportInput input) => new("importance", ImportanceView.Of(input.Analysis, ImportanceForm.Paired));
}
