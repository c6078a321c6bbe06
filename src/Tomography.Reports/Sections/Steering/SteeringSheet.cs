using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What to do next: counts, every open edge with what would settle it, and the trade-off of pruning.</summary>
internal static class SteeringSheet
{
    public static void Fill(IXLWorksheet sheet, EntanglementAnalysis entanglement)
    {
        var plan = entanglement.Steering;
        var row = 1;
        foreach (
            var (name, count) in new[]
            {
                ("open edges", plan.Undecided),
                ("settled edges", plan.Settled),
                ("edges that wait for models", plan.Waiting),
            }
        )
        {
            sheet.Cell(row, 1).Text(name);
            sheet.Cell(row++, 2).SetValue(count).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        }

        sheet.Title(++row, "Open edges, and what would settle them");
        sheet.HeadingRow(++row, "representation", "from", "to", "may change, %", "asks for", "why");
        row++;
        foreach (var edge in OpenEdge.All(plan))
        {
            sheet.Cell(row, 1).Text(edge.Representation);
            sheet.Cell(row, 2).Text(edge.From);
            sheet.Cell(row, 3).Text(edge.To);
            sheet.Cell(row, 4).Number(100 * edge.Relevance, "0.0");
            sheet.Cell(row, 5).Text(edge.Asks);
            sheet.Cell(row++, 6).Text(edge.Reason);
        }

        foreach (var lattice in entanglement.Representations) row = Pruning(sheet, row + 1, lattice);
        sheet.Widths(6, 26, 30, 30, 16, 16, 90);
    }

    private static int Pruning(IXLWorksheet sheet, int row, LatticeAnalysis lattice)
    {
        var tradeOff = lattice.TradeOff;
        var cost = FormattableString.Invariant($"cost = {tradeOff.Alpha} uncertainty + {tradeOff.Beta} weight given up");
        sheet.Title(row++, $"Pruning, {lattice.Lattice.Scope()}: {cost}; the lowest is bold");
        sheet.HeadingRow(row++, "threshold, %", "edges kept", "uncertainty", "weight given up", "cost");
        foreach (var point in tradeOff.Curve)
        {
            sheet.Cell(row, 1).Number(100 * point.Threshold, "0.0");
            sheet.Cell(row, 2).SetValue(point.Kept);
            sheet.Cell(row, 3).Number(point.Uncertainty);
            sheet.Cell(row, 4).Number(point.Loss);
            sheet.Cell(row, 5).Number(point.Cost);
            sheet.Range(row, 1, row, 5).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
            if (point == tradeOff.Optimum) sheet.Range(row, 1, row, 5).Style.Font.SetBold();
            row++;
        }

        return row;
    }
}
