using ClosedXML.Excel;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>The batch with its reasons, then the best of the other candidates.</summary>
internal static class CandidateSheet
{
    private const int MostOthers = 1000;

    public static void Fill(IXLWorksheet sheet, Choice choice, Func<PropertyName, string> unit)
    {
        string[] headings =
        [
            "order", "candidate", "formula", .. choice.Goals.SelectMany(g => new[] { g.Property.Value, $"{g.Property} \u00b1" }), "chance",
            "improvement", "gain", "layer", "gate", "known as", "why",
        ];
        sheet.Headings(1, headings);
        var row = 2;
        foreach (var (place, chosen) in choice.Chosen.Index())
        {
            sheet.Cell(row, 1).Number(place + 1, "0");
            sheet.Cell(row, headings.Length - 4).Number(chosen.Gain);
            sheet.Cell(row, headings.Length).Text(ChoiceText.Why(choice, chosen));
            Row(chosen.Candidate);
        }

        var taken = choice.Chosen.Select(c => c.Candidate.Place).ToHashSet();
        foreach (var candidate in choice.Candidates.Where(c => !taken.Contains(c.Place))
            .OrderByDescending(c => c.IsEligible ? c.Score : -1).ThenBy(c => c.Layer ?? int.MaxValue).ThenBy(c => c.Place).Take(MostOthers))
            Row(candidate);
        sheet.Table(row - 1, headings.Length);
        sheet.Widths(headings.Length, [8, 22, 20, .. Enumerable.Repeat(13.0, headings.Length - 4), 70]);

        void Row(Candidate c)
        {
            sheet.Cell(row, 2).Text(c.Id);
            sheet.Cell(row, 3).Text(c.Formula);
            foreach (var (place, estimate) in c.Estimates.Index())
            {
                var format = "0." + new string('0', Math.Clamp(NumberText.Decimals(estimate.Deviation) - 1, 1, 8));
                sheet.Cell(row, 4 + 2 * place).Number(estimate.Mean, format);
                sheet.Cell(row, 5 + 2 * place).Number(estimate.Deviation, format);
            }

            var at = 4 + 2 * c.Estimates.Length;
            sheet.Cell(row, at).Number(c.Chance);
            sheet.Cell(row, at + 1).Number(c.Improvement);
            sheet.Cell(row, at + 3).Number(c.Layer, "0");
            sheet.Cell(row, at + 4).Text(c.Stopped.Word());
            sheet.Cell(row, at + 5).Text(c.SameAs ?? "");
            row++;
        }
    }
}
