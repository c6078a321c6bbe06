using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Writes <c>simulate.csv</c>: what every run measured, in order, and what it had reached by then.</summary>
internal static class SimulateCsv
{
    /// <summary>Writes a header and one row per experiment.</summary>
    public static void Write(Stream stream, LoopAnalysis analysis, LoopSimulation simulation)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(
            $"policy,repeat,round,experiment,id,formula,{string.Join(',', analysis.Settings.Goals.Select(g => g.Property))},reached,top-1,"
                + "random-reached");
        foreach (var found in analysis.Runs)
            for (var i = 0; i < found.Run.Order.Length; i++)
            {
                var material = found.Run.Order[i];
                var values = simulation.Laboratory.ValuesOf(material).Select(v => v.ToString("R", CultureInfo.InvariantCulture));
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Run.Policy.Name},{found.Run.Repeat + 1},{i / analysis.Settings.Batch + 1},{i + 1},"
                        + $"{CsvField.Of(simulation.IdOf(material))},{CsvField.Of(simulation.FormulaOf(material))},"
                        + $"{string.Join(',', values)},"
                        + $"{found.Reached[i + 1]:R},"
                        + $"{(simulation.Laboratory.IsTop(material, 0.01) ? "yes" : "no")},{analysis.Random[i + 1]:R}"));
            }
    }
}
