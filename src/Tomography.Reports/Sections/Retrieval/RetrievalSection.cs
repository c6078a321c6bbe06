using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How far measured properties single out a material.</summary>
internal sealed class RetrievalSection : ReportSection
{
    public override string Id => "retrieval";

    public override string Title => "How far properties single out a material";

    public override string Link => "Retrieval";

    public override bool IsShown(ReportInput input) => !input.Analysis.Retrieval.IsEmpty;

    public override SectionPage? Page(ReportInput input)
    {
        if (!IsShown(input)) return null;
        var all = input.Analysis.Retrieval;
        return SectionPage.Plain(
            Intro(all[0].Noise) + string.Concat(all.Select(one => $"<p>{HtmlText.Escape(RetrievalText.Sentence(one))}</p>")),
            [RetrievalFigure.Of(all)], RetrievalTables.Of(all));
    }

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (!IsShown(input)) yield break;
        yield return new("Retrieval", sheet => RetrievalSheet.Fill(sheet, input.Analysis.Retrieval))
        {
            Holds = "bits about which material it is, as one property after the other is measured",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        IsShown(input) ? [new("retrieval", input.Analysis.Retrieval.Select(RetrievalJson.Of))] : [];

    private static string Intro(double noise) =>
        "<p>[T] expects inverse design to do better the more properties it is told. Here each test crystal is the unknown in turn: some of "
            + "its properties are measured, and the candidates, all test crystals, are known by what the baselines <em>predict</em> of "
            + "them. A candidate is the likelier the better the differences fit how such predictions err, all properties together. Told is "
            + "how many <em>bits</em> are gained: 0 by chance, the logarithm of the number of candidates where the right one is certain, "
            + "below 0 where a wrong one is. <em>Nearest neighbours</em> look at the differences alone; <em>perfect predictions</em> are "
            + $"measurements with a noise of {SufficiencyText.Percent(noise)} % of a standard deviation, the most that a model could "
            + "reach.</p>";
}
