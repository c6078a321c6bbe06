using System.Globalization;
using Tomography.Analysis;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>Writes <c>chosen.csv</c>: the next batch, with a reason in words for each.</summary>
internal static class ChosenCsv
{
    /// <summary>Writes a header and one row per chosen candidate, in the order of choosing.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="unit">The unit of a property.</param>
    public static void Write(Stream stream, Choice choice, Func<Datasets.PropertyName, string> unit)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var goals = choice.Goals.Select(g => $"{g.Property},{g.Property}-deviation");
        writer.WriteLine($"order,id,formula,{string.Join(',', goals)},chance,gain,distance,reason");
        foreach (var (place, chosen) in choice.Chosen.Index())
        {
            var c = chosen.Candidate;
            writer.Write($"{place + 1},{CsvField.Of(c.Id)},{CsvField.Of(c.Formula)}");
            foreach (var e in c.Estimates) writer.Write(string.Create(CultureInfo.InvariantCulture, $",{e.Mean:R},{e.Deviation:R}"));
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $",{c.Chance:R},{chosen.Gain:R},{chosen.Distance:R},{CsvField.Of(ChoiceText.Reason(choice, chosen, unit))}"));
        }
    }
}
