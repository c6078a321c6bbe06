using System.Globalization;
using System.Text;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>
/// A short form of the validation in docs/regimes.md. With TOMOGRAPHY_REGIMES=50 all of it is computed and compared with the document, or
/// written into it where TOMOGRAPHY_UPDATE is set: tests/long does.
/// </summary>
public class PlantedRegimesAreFound
{
    private const int Few = 6;
    private static readonly int[] s_seeds = [3, 5, 10];
    private static readonly double[] s_scatters = [0.02, 0.04, 0.06];

    [Theory]
    [InlineData(Planted.Structured, 5)]
    [InlineData(Planted.Dense, 5)]
    [InlineData(Planted.Asymmetric, 3)]
    [InlineData(Planted.Dynamic, 5)]
    [InlineData(Planted.Pathological, 5)]
    [InlineData(Planted.Sparse, 1)]
    public void A_planted_regime_is_found_and_hardly_ever_taken_for_another(object planted, int least)
    {
        var findings = Found((Planted)planted, 5, 0.03, false, Few, 40);

        findings.Count(finding => IsRight((Planted)planted, finding)).ShouldBeGreaterThanOrEqualTo(least);
        findings.Count(finding => IsWrong((Planted)planted, finding)).ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(3, 0.06, false)]
    [InlineData(10, 0.02, false)]
    [InlineData(3, 0.04, true)]
    public void Where_nothing_informs_anything_no_regime_is_announced(int seeds, double scatter, bool isSmall) =>
        Found(Planted.Nothing, seeds, scatter, isSmall, 20, 20).Count(finding => finding.Announced is not null)
            .ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void The_tables_of_the_documentation_are_the_computed_ones()
    {
        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_REGIMES") is not { } many) return;
        var draws = int.Parse(many, CultureInfo.InvariantCulture);
        var path = Repository.PathOf("docs", "regimes.md");
        var document = File.ReadAllText(path);
        foreach (var isSmall in new[] { false, true })
        {
            var (start, end) = ($"<!-- {(isSmall ? "small" : "large")} -->\n", $"<!-- end of {(isSmall ? "small" : "large")} -->");
            var from = document.IndexOf(start, StringComparison.Ordinal) + start.Length;
            document = document[..from] + Table(isSmall, draws) + document[document.IndexOf(end, from, StringComparison.Ordinal)..];
        }

        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_UPDATE") is not null) File.WriteAllText(path, document);
        File.ReadAllText(path).ShouldBe(document);
    }

    [Fact]
    public void The_thresholds_of_the_documentation_are_the_defaults()
    {
        var document = File.ReadAllText(Repository.PathOf("docs", "regimes.md"));
        foreach (var (name, ramp) in new RegimeThresholds().All) document.ShouldContain($"| {name} | {ramp.From:R} | {ramp.To:R} |");
    }

    [Fact]
    public void The_advice_of_the_documentation_is_that_of_the_guide()
    {
        var document = File.ReadAllText(Repository.PathOf("docs", "regimes.md"));
        foreach (var advice in RegimeGuide.All)
            document.ShouldContain($"| {Name(advice.Regime)} | {advice.Driver} | {advice.Benefit} | {advice.Risk} | {advice.Action} |");
    }

    // Right and wrong announcements; the rest has none.
    private static string Table(bool isSmall, int draws)
    {
        var noises = s_seeds.SelectMany(seeds => s_scatters.Select(scatter => (Seeds: seeds, Scatter: scatter))).ToArray();
        var text = new StringBuilder("| planted | ").AppendJoin(" | ", noises.Select(noise => $"{noise.Seeds}, {100 * noise.Scatter:0} %"))
            .Append(" |\n| --- |").AppendJoin("", noises.Select(_ => " ---: |"));
        foreach (var planted in Enum.GetValues<Planted>())
            text.Append($"\n| {planted.ToString().ToLowerInvariant()} | ").AppendJoin(" | ", noises.Select(noise =>
            {
                var findings = Found(planted, noise.Seeds, noise.Scatter, isSmall, draws, 100);
                return $"{findings.Count(finding => IsRight(planted, finding))} / {findings.Count(finding => IsWrong(planted, finding))}";
            })).Append(" |");
        return text.Append('\n').ToString();
    }

    private static RegimeFinding[] Found(Planted planted, int seeds, double scatter, bool isSmall, int count, int draws) =>
    [
        .. Enumerable.Range(0, count).AsParallel().AsOrdered()
            .Select(number => PlantedRegimes.Found(new(planted, number, seeds, scatter, isSmall) { Draws = draws })),
    ];

    private static bool IsRight(Planted planted, RegimeFinding finding) =>
        planted < Planted.Shapeless && finding.Announced == (Regime)planted;

    // A lattice without a shape may be called sparse or dense, by its noise; it has no communities, no ruling source and stands still.
    private static bool IsWrong(Planted planted, RegimeFinding finding) =>
        finding.Announced is { } announced && !IsRight(planted, finding)
        && !(planted == Planted.Shapeless && announced is (Regime.Sparse or Regime.Dense));

    private static string Name(Regime regime) => regime.ToString().ToLowerInvariant();
}
