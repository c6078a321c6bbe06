using ClosedXML.Excel;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>A simulated loop: what each policy found, with intervals.</summary>
internal static class LoopSheet
{
    private static readonly string[] s_measures =
    [
        "acceleration, best 1 %", "acceleration, best 5 %", "enhancement", "best 1 % found", "weak edges covered", "drift", "drift, damped",
    ];

    public static void Fill(IXLWorksheet sheet, LoopAnalysis loop)
    {
        string[] headings = ["policy", "measure", "mean", "from", "to"];
        sheet.Headings(1, headings);
        var row = 2;
        foreach (var o in loop.Outcomes)
        {
            LoopInterval?[] values =
                [o.AccelerationToOne, o.AccelerationToFive, o.Enhancement, o.TopFound, o.WeakCovered, o.Drift, o.DampedDrift];
            foreach (var (measure, value) in s_measures.Zip(values).Where(m => m.Second is not null)) Row(o.Policy.Name, measure, value!);
            foreach (var (goal, value) in loop.Settings.Goals.Zip(o.ErrorChange)) Row(o.Policy.Name, $"error of {goal.Property}", value);
        }

        sheet.Table(row - 1, headings.Length);
        sheet.Widths(headings.Length, 16, 30, 12, 12, 12);

        void Row(string policy, string measure, LoopInterval value)
        {
            sheet.Cell(row, 1).Text(policy);
            sheet.Cell(row, 2).Text(measure);
            sheet.Cell(row, 3).Number(value.Mean);
            sheet.Cell(row, 4).Number(value.Low);
            sheet.Cell(row, 5).Number(value.High);
            row++;
        }
    }
}
