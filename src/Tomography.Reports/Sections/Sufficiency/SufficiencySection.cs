using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Which smallest sets of properties suffice for a target.</summary>
internal sealed class SufficiencySection : ReportSection
{
    public override string Id => "sufficient";

    public override string Title => "Smallest sets of properties that suffice";

    public override string Link => "Sufficient sets";

    public override bool IsShown(ReportInput input) => !input.Analysis.Sufficiency.IsEmpty;

    public override SectionPage? Page(ReportInput input)
    {
        if (!IsShown(input)) return null;
        var all = input.Analysis.Sufficiency;
        return SectionPage.Plain(
            Intro(all[0].Question) + string.Concat(all.Select(f => $"<p>{HtmlText.Escape(SufficiencyText.Sentence(f))}</p>")),
            SetLatticeFigure.All(all), SufficiencyTables.Of(all));
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (!IsShown(input)) yield break;
        yield return new("Sufficient sets", sheet => SufficiencySheet.Fill(sheet, input.Analysis.Sufficiency))
        {
            Holds = "every set of properties that was tried, and what is said of it",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        IsShown(input) ? [new("sufficient", input.Analysis.Sufficiency.Select(SufficiencyJson.Of))] : [];

    private static string Intro(SufficiencyQuestion question) =>
        "<p>A set of properties <em>suffices</em> for a target where a model that is told all of them, and one that is also told the "
            + "controls, take less off its error than was asked for: "
            + $"here {SufficiencyText.Percent(question.Within)} %, with 95 % confidence. A set is <em>minimal</em> where none of its "
            + "properties can be spared. Sets were chosen by the validation errors of "
            + $"{question.SearchSeeds.Length} seeds, and judged by the test errors of {question.TestSeeds.Length} others. Minimal sets "
            + "need not be unique: the tables have them by number of properties, then by redundancy, which is what the properties tell "
            + "about the target more than once.</p>";
}
