using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The regime of every lattice, of its communities and around its targets; below them what each regime means.</summary>
internal static class RegimeSheet
{
    public static void Fill(IXLWorksheet sheet, EntanglementAnalysis entanglement)
    {
        var regimes = Enum.GetValues<Regime>();
        sheet.Headings(
            1,
            [
                "lattice", "of", "members", "regime", "in repetitions", "edges that inform or harm",
                .. regimes.Select(regime => regime.Word()),
            ]);
        var row = 2;
        foreach (var lattice in entanglement.Representations)
        {
            Line(lattice, "all of it", "", lattice.Regime);
            for (var place = 0; place < lattice.Communities.Length; place++)
                Line(
                    lattice,
                    $"community {EntanglementText.CommunityLetter(place)}",
                    string.Join(", ", lattice.Communities[place].Members),
                    lattice.Communities[place].Regime);
            foreach (var target in lattice.Targets)
                Line(lattice, "target", target.Target.Value, target.Regime);
        }

        if (row > 2)
            sheet
                .Range(2, 7, row - 1, 12)
                .AddConditionalFormat()
                .ColorScale()
                .Minimum(XLCFContentType.Number, 0, XLColor.White)
                .Maximum(XLCFContentType.Number, 1, XLColor.FromHtml("#7FB2E5"));
        row++;
        sheet.HeadingRow(
            row++,
            "regime",
            "",
            "what it looks like",
            "what usually drives it",
            "",
            "",
            "what it gains",
            "",
            "what it risks",
            "",
            "what to do");
        foreach (var advice in RegimeGuide.All)
        {
            sheet.Cell(row, 1).Text(advice.Regime.Word()).Style.Font.SetBold();
            sheet.Cell(row, 3).Text(advice.Meaning);
            sheet.Cell(row, 4).Text(advice.Driver);
            sheet.Cell(row, 7).Text(advice.Benefit);
            sheet.Cell(row, 9).Text(advice.Risk);
            sheet.Cell(row, 11).Text(advice.Action);
            // Texts are wider than the columns of scores.
            sheet.Range(row, 4, row, 6).Merge();
            sheet.Range(row, 7, row, 8).Merge();
            sheet.Range(row, 9, row, 10).Merge();
            sheet.Range(row, 11, row, 12).Merge();
            sheet.Wrap(row++, (advice.Meaning, 50), (advice.Driver, 66), (advice.Benefit, 27), (advice.Risk, 26), (advice.Action, 26));
        }

        sheet.Widths(12, 14, 14, 50, 20, 32, 14, 13);

        void Line(LatticeAnalysis lattice, string of, string members, RegimeFinding regime)
        {
            sheet.Cell(row, 1).Text(lattice.Lattice.Scope());
            sheet.Cell(row, 2).Text(of);
            sheet.Cell(row, 3).Text(members);
            sheet.Cell(row, 4).Text(regime.Announced?.Word() ?? (regime.Assessment is null ? "none: too few edges" : "no clear one"));
            if (regime.Announced is not null) sheet.Cell(row, 4).Style.Font.SetBold();
            else sheet.Cell(row, 4).Style.Font.SetFontColor(XLColor.Gray);
            if (!regime.Shares.IsEmpty)
                sheet.Cell(row, 5).Text(string.Join(", ", regime.Shares.Select(share =>
                    $"{share.Regime.Word()} {NumberText.Fixed(100 * share.Share, 0)} %")));
            sheet.Cell(row, 6).SetValue(regime.Claims);
            if (regime.Assessment is { } assessment)
                for (var place = 0; place < regimes.Length; place++) sheet.Cell(row, 7 + place).Number(assessment.Scores[regimes[place]]);
            row++;
        }
    }
}
