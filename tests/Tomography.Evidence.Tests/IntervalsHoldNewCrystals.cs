using System.Collections.Immutable;
using System.Globalization;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Trained studies whose intervals are to hold 90 % of new crystals: of those like the dataset, of other formulas, of other elements.
/// </summary>
public class IntervalsHoldNewCrystals(ITestOutputHelper output)
{
    private const double Level = 0.9;
    private const int Draws = 50, DrawsOfOthers = 20;

    [Fact]
    public void Within_a_point_where_crystals_are_drawn_alike_and_less_for_formulas_and_elements_that_are_new()
    {
        (string By, int Draws)[] kinds = Evidence.IsLong
            ? [("material", Draws), ("formula", DrawsOfOthers), ("chemical-system", DrawsOfOthers)]
            : [("material", 1)];
        using var studies = new TrainedStudies();
        foreach (var (by, draws) in kinds)
        {
            var kind = new SureStudy(by);
            var tallies = studies.Of(Enumerable.Range(0, draws).Select(kind.Experiment), SureStudy.TallyOf);
            var others = tallies.SelectMany(t => t.Others).ToImmutableArray();
            var own = tallies.Average(t => t.Own);
            Print($"by {by}, {draws} draws: held out {Percent(own)}; other phantoms, "
                + $"known formulas {Held(others.Where(o => o.HasKnownFormula))}, "
                + $"new formulas of known elements {Held(others.Where(o => o is { HasKnownFormula: false, HasKnownSystem: true }))}, "
                + $"of new elements together {Held(others.Where(o => !o.HasKnownSystem))}; "
                + $"of the latter inside the domain {Held(others.Where(o => o is { HasKnownSystem: false, IsInside: true }))}, "
                + $"outside {Held(others.Where(o => o is { HasKnownSystem: false, IsInside: false }))}");
            var ratios = tallies.Select(t => t.Domain?.Ratio).OfType<double>().Order().ToArray();
            if (ratios.Length > 0)
                Print($"  error outside over inside, median of {ratios.Length} studies: {ratios[ratios.Length / 2]:0.00}");
            // One draw of 120 crystals, half of which calibrate at a time, has a standard error of about 4 points.
            if (by == "material") own.ShouldBe(Level, Evidence.IsLong ? 0.01 : 0.12);
            else own.ShouldBeGreaterThan(0.8);
        }
    }

    private void Print(string text) => output.WriteLine(text);

    private static string Held(IEnumerable<JudgedPrediction> judged)
    {
        var all = judged.ToArray();
        return all.Length == 0 ? "none" : $"{Percent(all.Count(j => j.IsHeld) / (double)all.Length)} of {all.Length}";
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
