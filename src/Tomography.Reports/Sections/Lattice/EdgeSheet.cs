using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The edges of the entanglement lattice of a representation, and what stands beside each.</summary>
internal static class EdgeSheet
{
    private static readonly string[] Columns =
    [
        "feature",
        "target",
        "verdict",
        "weight",
        "change, %",
        "low, %",
        "high, %",
        "seeds",
        "uncertainty",
        "a control reaches, %",
        "CKA of the models",
        "coupling of the models",
        "mutual information, bits",
        "reason",
    ];

    /// <summary>Name of the sheet.</summary>
    public static string Name(LatticeAnalysis analysis) => $"Edges {analysis.Lattice.Scope()}";

    public static void Fill(IXLWorksheet sheet, LatticeAnalysis analysis, StudyAnalysis study)
    {
        var lattice = analysis.Lattice;
        sheet.Headings(1, Columns);
        var pairs = study.Entanglement.Latents.FirstOrDefault(latents => latents.Representation == lattice.Representation)?.Pairs ?? [];
        var row = 2;
        foreach (var edge in lattice.Edges)
        {
            sheet.Cell(row, 1).Text(edge.Feature.Value);
            sheet.Cell(row, 2).Text(edge.Target.Value);
            sheet.Cell(row, 3).Text(edge.Verdict.Kind.Word());
            if (edge.IsReal) sheet.Range(row, 1, row, 5).Style.Font.SetBold();
            sheet.Cell(row, 4).Number(edge.Weight);
            sheet.Cell(row, 5).Number(100 * edge.Change, Sheet.PercentFormat);
            sheet.Cell(row, 6).Number(100 * edge.Verdict.Effect?.Low, Sheet.PercentFormat);
            sheet.Cell(row, 7).Number(100 * edge.Verdict.Effect?.High, Sheet.PercentFormat);
            sheet.Cell(row, 8).SetValue(edge.Seeds.Length);
            sheet.Cell(row, 9).Number(edge.Uncertainty);
            sheet
                .Cell(row, 10)
                .Number(-100 * lattice.Controls.FirstOrDefault(level => level.Target == edge.Target)?.Reduction, Sheet.PercentFormat);
            var pair = pairs.FirstOrDefault(pair =>
                (pair.First == edge.Feature && pair.Second == edge.Target) || (pair.First == edge.Target && pair.Second == edge.Feature));
            sheet.Cell(row, 11).Number(pair?.Cka);
            sheet.Cell(row, 12).Number(pair?.Coupling);
            sheet.Cell(row, 13).Number(study.Information?.Find(edge.Feature, edge.Target)?.Bits);
            sheet.Cell(row++, 14).TextAfterNumber(edge.Verdict.Reason.Word());
        }

        foreach (var missing in lattice.Unmeasured)
        {
            sheet.Cell(row, 1).Text(missing.Feature.Value);
            sheet.Cell(row, 2).Text(missing.Target.Value);
            sheet.Cell(row++, 3).Text("not measured").Style.Font.SetFontColor(XLColor.Gray);
        }

        sheet.Table(row - 1, Columns.Length);
        if (row > 2) HeatmapSheet.Scale(sheet.Range(2, 5, row - 1, 5));

        sheet.Widths(Columns.Length, 28, 28, 14, 10, 11, 10, 10, 8, 12, 20, 18, 22, 24, 26);
    }
}
