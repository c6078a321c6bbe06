namespace Tomography.Reports;

/// <summary>How the study comes to its verdicts, in one picture with its own numbers.</summary>
internal sealed class MethodSection : ReportSection
{
    public override string Id => "method";

    public override string Title => "How it was done";

    public override string Link => "Method";

    public override PagePart Part => PagePart.Background;

    public override SectionPage Page(ReportInput input) => SectionPage.Plain(
        "<p>Two models that differ in nothing but one piece of knowledge are trained on the same crystals; what the knowledge does to "
            + "their error on other crystals says what it tells beyond what the model sees.</p>",
        [MethodFigure.Of(input.Analysis)]);
}
