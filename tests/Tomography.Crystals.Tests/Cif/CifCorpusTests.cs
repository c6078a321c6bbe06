using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Tomography.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Crystals.Tests;

public class CifCorpusTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public void The_corpus_agrees_with_what_pymatgen_made_of_it()
    {
        int compared = 0, agreed = 0, withoutOperations = 0;
        foreach (var row in File.ReadLines(SharedData.PathOf("cif-corpus/reference.csv")).Skip(1).Select(l => l.Split(',')))
        {
            if (row[1] != "ok") continue;
            compared++;
            var result = CifReader.Read(File.ReadAllText(SharedData.PathOf("cif-corpus/" + row[0])));
            if (result.Structures.Length > 0 && Agrees(result.Structures[0].Crystal, row))
            {
                agreed++;
                continue;
            }

            if (result.Problems.Any(p => p.Message.Contains("symmetry operations are missing"))) withoutOperations++;
            var first = result.Structures.IsEmpty ? result.Problems.First(p => p.Severity == CifSeverity.Error).Message : Describe(result.Structures[0].Crystal);
            output.WriteLine($"{row[0]}: reference {row[3]}, {row[4]} sites, {row[5]} A3; here {first}");
        }

        output.WriteLine($"{agreed} of {compared} agree; {withoutOperations} state a space group without its operations.");
        ((double)agreed / compared).ShouldBeGreaterThanOrEqualTo(AcceptedShare);
    }

    private const double AcceptedShare = 0.85;

    private static bool Agrees(Crystal crystal, string[] row) =>
        crystal.Sites.Length == int.Parse(row[4])
        && Math.Abs(crystal.Lattice.Volume - double.Parse(row[5], CultureInfo.InvariantCulture)) < 1e-3 * crystal.Lattice.Volume
        && FormulaAgrees(crystal, row[3]);

    // To 0.2 % of an element: the reference's occupancies are printed rounded.
    private static bool FormulaAgrees(Crystal crystal, string formula)
    {
        var counts = Counts(crystal);
        var parts = Regex.Matches(formula, "(?<symbol>[A-Z][a-z]?)(?<count>[0-9.]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var reference = parts.GroupBy(m => m.Groups["symbol"].Value is "D" or "T" ? "H" : m.Groups["symbol"].Value)
            .ToDictionary(g => g.Key, g => g.Sum(m => double.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture)));
        return counts.Count == reference.Count && counts.All(c => reference.TryGetValue(c.Key, out var n) && Math.Abs(n - c.Value) <= 2e-3 * n + 1e-3);
    }

    private static Dictionary<string, double> Counts(Crystal crystal) => crystal.Sites.SelectMany(s => s.Occupants)
        .GroupBy(o => ElementTable.SymbolOf(o.AtomicNumber)).ToDictionary(g => g.Key, g => g.Sum(o => o.Occupancy));

    private static string Describe(Crystal crystal) =>
        $"{string.Join(' ', Counts(crystal).Select(c => $"{c.Key}{c.Value:0.###}"))}, {crystal.Sites.Length} sites, {crystal.Lattice.Volume:0.####} A3";
}
