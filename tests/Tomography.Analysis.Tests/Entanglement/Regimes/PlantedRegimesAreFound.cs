using System.Text;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Analysis.Tests;

public class PlantedRegimesAreFound
{
    private const int Draws = 100;
    private static readonly Regime[] Regimes = Enum.GetValues<Regime>();
    private static readonly Lazy<int[,]> Confusion = new(Assess);

    [Theory]
    [InlineData(Regime.Sparse)]
    [InlineData(Regime.Structured)]
    [InlineData(Regime.Dense)]
    [InlineData(Regime.Asymmetric)]
    [InlineData(Regime.Dynamic)]
    [InlineData(Regime.Pathological)]
    public void A_planted_regime_is_found_under_noise_at_least_95_times_of_100(Regime planted) =>
        Confusion.Value[(int)planted, (int)planted].ShouldBeGreaterThanOrEqualTo(95);

    [Fact]
    public void The_confusion_matrix_of_the_documentation_is_the_computed_one() =>
        File.ReadAllText(Repository.PathOf("docs", "regimes.md")).ShouldContain(Table());

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

    private static int[,] Assess()
    {
        var found = new int[Regimes.Length, Regimes.Length];
        foreach (var planted in Regimes)
            for (var number = 0; number < Draws; number++)
            {
                var (earlier, current) = PlantedRegimes.Draw(planted, number);
                found[(int)planted, (int)RegimeRules.Assess(LatticeMeasures.Of(current, earlier))!.Primary]++;
            }

        return found;
    }

    private static string Table()
    {
        var text = new StringBuilder().Append("| planted | ").AppendJoin(" | ", Regimes.Select(Name)).Append(" |\n| --- |");
        foreach (var _ in Regimes) text.Append(" ---: |");
        foreach (var planted in Regimes)
            text.Append($"\n| {Name(planted)} | ")
                .AppendJoin(" | ", Regimes.Select(found => Confusion.Value[(int)planted, (int)found]))
                .Append(" |");
        return text.Append('\n').ToString();
    }

    private static string Name(Regime regime) => regime.ToString().ToLowerInvariant();
}
