using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// The measures of every lattice with their bootstrap intervals; below them what the latent vectors say, and the uncertainties.
/// </summary>
internal static class MeasureSheet
{
    public static void Fill(IXLWorksheet sheet, EntanglementAnalysis entanglement)
    {
        LatticeAnalysis[] lattices = [entanglement.Whole, .. entanglement.Representations];
        sheet.Headings(
            1,
            [
                "measure",
                .. lattices.SelectMany(lattice =>
                    new[] { lattice.Lattice.Scope(), $"{lattice.Lattice.Scope()}, 2.5 %", $"{lattice.Lattice.Scope()}, 97.5 %" }
                ),
                "what it says",
            ]);
        sheet.Cell(1, 2 + 3 * lattices.Length).TextAfterNumber("what it says");
        var row = 2;
        Counts("properties", measures => measures.Nodes);
        Counts("measured edges", measures => measures.MeasuredEdges);
        Counts("edges with enough seeds", measures => measures.JudgedEdges);
        Counts("real edges", measures => measures.RealEdges);
        foreach (var measure in Enum.GetValues<LatticeMeasure>())
        {
            sheet.Cell(row, 1).Text(measure.Title());
            for (var place = 0; place < lattices.Length; place++)
            {
                var estimate = lattices[place].Estimates.Single(each => each.Measure == measure);
                sheet.Cell(row, 2 + 3 * place).Number(estimate.Value);
                sheet.Cell(row, 3 + 3 * place).Number(estimate.Lower);
                sheet.Cell(row, 4 + 3 * place).Number(estimate.Upper);
            }

            sheet.Cell(row++, 2 + 3 * lattices.Length).TextAfterNumber(measure.Meaning());
        }

        row = Uncertainty(sheet, row + 1, entanglement.Whole);
        Latents(sheet, row + 1, entanglement);
        double[] widths = [30, .. Enumerable.Repeat(21.0, 3 * lattices.Length), 70];
        sheet.Widths(widths.Length, widths);

        void Counts(string name, Func<LatticeMeasures, int> count)
        {
            sheet.Cell(row, 1).Text(name);
            for (var place = 0; place < lattices.Length; place++) sheet.Cell(row, 2 + 3 * place).SetValue(count(lattices[place].Measures));
            row++;
        }
    }

    private static int Uncertainty(IXLWorksheet sheet, int row, LatticeAnalysis whole)
    {
        sheet.Title(row++, "Uncertainty along the edges of the whole lattice");
        sheet.HeadingRow(row++, "property", "own", "with its sources");
        foreach (var each in whole.Uncertainty)
        {
            sheet.Cell(row, 1).Text(each.Property.Value);
            sheet.Cell(row, 2).Number(each.Own);
            sheet.Cell(row++, 3).Number(each.Spread);
        }

        return row;
    }

    private static void Latents(IXLWorksheet sheet, int row, EntanglementAnalysis entanglement)
    {
        sheet.Title(row++, "Latent vectors of the baseline models");
        if (entanglement.Latents.IsEmpty) sheet.Cell(row, 1).Text("not measured: there are no latent vectors of two targets");
        foreach (var latents in entanglement.Latents)
        {
            sheet.Cell(row, 1).Text($"{latents.Representation.Name}: entanglement density");
            sheet.Cell(row++, 2).Number(latents.Density, "0.0000");
            sheet.Cell(row, 1).Text($"{latents.Representation.Name}: mean CKA");
            sheet.Cell(row++, 2).Number(latents.MeanCka);
            sheet.HeadingRow(row++, "first", "second", "weight", "coupling", "CKA", "seeds");
            foreach (var pair in latents.Pairs)
            {
                sheet.Cell(row, 1).Text(pair.First.Value);
                sheet.Cell(row, 2).Text(pair.Second.Value);
                sheet.Cell(row, 3).Number(pair.Weight);
                sheet.Cell(row, 4).Number(pair.Coupling);
                sheet.Cell(row, 5).Number(pair.Cka);
                sheet.Cell(row++, 6).SetValue(pair.Seeds);
            }

            row++;
        }
    }
}
