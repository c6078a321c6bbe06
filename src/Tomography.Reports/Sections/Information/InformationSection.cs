namespace Tomography.Reports;

/// <summary>What features and targets tell about each other, beside what models gain from it.</summary>
internal sealed class InformationSection : ReportSection
{
    public override string Id => "information";

    public override string Title => "Information";

    public override SectionPage Page(ReportInput input) => new("information", InformationView.Of(input.Analysis));

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        yield return new("Information", sheet => InformationSheet.Fill(sheet, input.Analysis))
        {
            Holds = "mutual information, less chance",
        };
        if (input.Analysis.Information is not { } table) yield break;
        yield return new("Information parts", sheet => PartsSheet.Fill(sheet, table)) { Holds = "redundant, unique and synergetic parts" };
        yield return new("Information and error", sheet => AgreementSheet.Fill(sheet, input.Analysis.Agreements))
        {
            Holds = "whether what adds more reduces the error more",
        };
    }

    // Said also where there is none: readers of the file look for the member.
    public override IEnumerable<JsonMember> Json(ReportInput input) =>
        [new("information", input.Analysis.Information is { } table ? InformationJson.Of(table, input.Analysis.Agreements) : null)];
}
