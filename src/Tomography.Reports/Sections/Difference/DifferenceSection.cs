namespace Tomography.Reports;

/// <summary>What composition tells against what structure tells, edge by edge.</summary>
internal sealed class DifferenceSection : ReportSection
{
    public override string Id => "difference";

    public override string Title => "Composition against structure";

    public override string Link => "Difference";

    public override bool IsShown(ReportInput input) => DifferenceFigure.IsDrawn(input.Analysis);

    public override SectionPage? Page(ReportInput input) => !IsShown(input) ? null : SectionPage.Plain(
        "<p>What a feature tells a model that sees the composition alone, and no longer tells one that sees the structure, is information "
            + "that the structure holds. Every edge stands here in both representations; their numbers are never averaged.</p>",
        [DifferenceFigure.Of(input.Analysis)]);
}
