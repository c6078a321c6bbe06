namespace Tomography.Reports;

/// <summary>What the baselines predict, and how they learnt.</summary>
internal sealed class PredictionSection : ReportSection
{
    public override string Id => "predictions";

    public override string Title => "Predictions and learning curves";

    public override string Link => "Predictions";

    public override PagePart Part => PagePart.Background;

    public override bool IsShown(ReportInput input) => !input.Results.Scores.IsEmpty;

    public override SectionPage? Page(ReportInput input)
    {
        if (!IsShown(input)) return null;
        var (parity, learning) = (ParityFigure.Of(input), LearningFigure.Of(input));
        var missing = (parity, learning) switch
        {
            (null, null) => "Neither the predictions of the baselines nor their errors by epoch are kept in the store, so that none "
                + "are drawn.",
            (null, _) => "The predictions of the baselines are not kept in the store, so that none are drawn.",
            (_, null) => "The errors by epoch are not kept for models of several targets, so that no learning curve is drawn.",
            _ => "",
        };
        return SectionPage.Plain(
            "<p>An error is one number; how it comes about is seen here. Where the squares lie off the line, the model is wrong in one "
                + "direction; where a curve still falls at its end, more epochs would help.</p>"
                + (missing.Length == 0 ? "" : $"<p class=\"remark\">{missing}</p>"),
            new[] { parity, learning }.OfType<ReportFigure>());
    }
}
