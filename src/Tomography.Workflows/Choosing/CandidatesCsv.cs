using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Writes <c>candidates.csv</c>: what is predicted of every candidate, and what it is worth.</summary>
internal static class CandidatesCsv
{
    /// <summary>Writes a header and one row per candidate, in their order.</summary>
    public static void Write(Stream stream, Choice choice)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var goals = choice.Goals.Select(g => $"{g.Property},{g.Property}-spread,{g.Property}-deviation,{g.Property}-lower,"
            + $"{g.Property}-upper");
        writer.WriteLine($"id,formula,{string.Join(',', goals)},chance,improvement,improving,score,layer,domain,gate,known-as,chosen");
        var chosen = choice.Chosen.Select((c, i) => (c.Candidate.Place, Order: i + 1)).ToDictionary(c => c.Place, c => c.Order);
        foreach (var c in choice.Candidates)
        {
            writer.Write($"{CsvField.Of(c.Id)},{CsvField.Of(c.Formula)}");
            foreach (var e in c.Estimates)
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture, $",{e.Mean:R},{e.Spread:R},{e.Deviation:R},{e.Interval?.Lower:R},{e.Interval?.Upper:R}"));
            var domain = c.Estimates.All(e => e.Distance is not null) ? c.Estimates.Max(e => e.Distance) : null;
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $",{c.Chance:R},{c.Improvement:R},{c.Improving},{c.Score:R},{c.Layer},{domain:R},{c.Stopped.Word()},"
                    + $"{CsvField.Of(c.SameAs ?? "")},{(chosen.TryGetValue(c.Place, out var order) ? order : null)}"));
        }
    }
}
