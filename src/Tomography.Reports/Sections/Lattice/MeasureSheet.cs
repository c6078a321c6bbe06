using System.Collections.Immutable;
using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// The measures of every lattice with their intervals and what they stand on; below them the uncertainties, and what the latent vectors
/// say.
/// </summary>
internal static class MeasureSheet
{
    private static readonly string[] s_columns = ["", ", 2.5 %", ", 97.5 %", ", edges", ", pairs"];

    private static int Width => s_columns.Length;

    /// <summary>Fills a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="lattices">The lattices.</param>
    /// <param name="latents">What latent vectors say; null to leave that out.</param>
    /// <param name="scopes">What each lattice covers; null for their representations.</param>
    public static void Fill(
        IXLWorksheet sheet, ImmutableArray<LatticeAnalysis> lattices, ImmutableArray<LatentEntanglement>? latents,
        ImmutableArray<string>? scopes = null)
    {
        var names = scopes ?? [.. lattices.Select(lattice => lattice.Lattice.Scope())];
        sheet.Headings(
            1,
            [
                "measure",
                .. names.SelectMany(name => s_columns.Select(column => name + column)),
                "what it says",
            ]);
        sheet.Cell(1, 2 + Width * lattices.Length).TextAfterNumber("what it says");
        var row = 2;
        Counts("properties", counts => counts.Nodes);
        Counts("measured edges", counts => counts.Measured);
        Counts("not measured soundly", counts => counts.Unsound);
        Counts("judged edges", counts => counts.Judged);
        Counts("real edges", counts => counts.Real);
        Counts("edges that inform or harm", counts => counts.Claims);
        Counts("pathological edges", counts => counts.Pathological);
        foreach (var measure in Enum.GetValues<LatticeMeasure>())
        {
            sheet.Cell(row, 1).Text(measure.Title());
            for (var place = 0; place < lattices.Length; place++)
            {
                var estimate = lattices[place].Estimates.Single(each => each.Measure == measure);
                var column = 2 + Width * place;
                if (estimate.Lacks is { } lacks) sheet.Cell(row, column).Text(lacks.Words()).Style.Font.SetFontColor(XLColor.Gray);
                else sheet.Cell(row, column).Number(estimate.Value);
                sheet.Cell(row, column + 1).Number(estimate.Lower);
                sheet.Cell(row, column + 2).Number(estimate.Upper);
                sheet.Cell(row, column + 3).SetValue(estimate.Edges);
                sheet.Cell(row, column + 4).SetValue(estimate.Pairs);
            }

            sheet.Cell(row++, 2 + Width * lattices.Length).TextAfterNumber(measure.Meaning());
        }

        foreach (var (place, lattice) in lattices.Index()) row = Uncertainty(sheet, row + 1, lattice, names[place]);
        if (latents is { } known) Latents(sheet, row + 1, known);
        double[] widths = [30, .. lattices.SelectMany(_ => new[] { 30.0, 18, 18, 18, 18 }), 70];
        sheet.Widths(widths.Length, widths);

        void Counts(string name, Func<LatticeCounts, int> count)
        {
            sheet.Cell(row, 1).Text(name);
            for (var place = 0; place < lattices.Length; place++)
                sheet.Cell(row, 2 + Width * place).SetValue(count(lattices[place].Measures.Counts));
            row++;
        }
    }

    private static int Uncertainty(IXLWorksheet sheet, int row, LatticeAnalysis lattice, string name)
    {
        sheet.Title(row++, $"Uncertainty along the edges, {name}");
        sheet.Cell(row++, 1).Text($"own: {UncertaintyView.Words(lattice.UncertaintySource)}");
        sheet.HeadingRow(row++, "property", "own", "with its sources");
        foreach (var each in lattice.Uncertainty)
        {
            sheet.Cell(row, 1).Text(each.Property.Value);
            sheet.Cell(row, 2).Number(each.Own);
            sheet.Cell(row++, 3).Number(each.Spread);
        }

        return row;
    }

    private static void Latents(IXLWorksheet sheet, int row, ImmutableArray<LatentEntanglement> all)
    {
        sheet.Title(row++, "Latent vectors of the baseline models");
        if (all.IsEmpty) sheet.Cell(row, 1).Text("not measured: there are no latent vectors of two targets");
        foreach (var latents in all)
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
