using System.Globalization;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Testing;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>
/// Every table of docs/lattice.md is the one that the program computes; with TOMOGRAPHY_UPDATE set it becomes so.
/// </summary>
public class TheDocumentOfTheLatticeIsComputed
{
    private static readonly string Path = Repository.PathOf("docs", "lattice.md");

    [Fact]
    public void The_errors_are_those_of_the_example() => ShouldShow(
        "target | feature | seed 1 | seed 2 | seed 3",
        from target in LatticeExample.Results.Targets
        from features in LatticeExample.Results.Features.Prepend(PropertySet.None)
        where features != target.Name
        let errors = LatticeExample.Results.Scores.Where(score => score.Target == target.Name && score.Model.Features == features)
            .Select(score => score.TestMae.ToString(CultureInfo.InvariantCulture))
        select $"{target.Name} | {(features.IsEmpty ? "(baseline)" : features)} | {string.Join(" | ", errors)}");

    [Fact]
    public void The_edges_are_computed() =>
        ShouldShow(
            "feature | target | change | low | high | weight | verdict",
            LatticeExample.Lattice.Lattice.Edges.Select(edge =>
                $"{edge.Feature} | {edge.Target} | {N(edge.Change)} | {N(edge.Verdict.Effect!.Low)} | {N(edge.Verdict.Effect!.High)} | "
                    + $"{N(edge.Weight)} | {Word(edge.Verdict.Kind)}"));

    [Fact]
    public void The_measures_are_computed() =>
        ShouldShow(
            "measure | value | 2.5 % | 97.5 % | edges | pairs",
            LatticeExample.Lattice.Estimates.Select(estimate =>
                $"{Word(estimate.Measure)} | {N(estimate.Value)} | {N(estimate.Lower)} | {N(estimate.Upper)} | "
                    + $"{estimate.Edges} | {estimate.Pairs}"));

    [Fact]
    public void The_scores_of_the_regimes_are_computed() => ShouldShow(
        "regime | score | share of the repetitions",
        Enum.GetValues<Regime>().Select(regime => $"{Word(regime)} | {N(LatticeExample.Lattice.Regime.Assessment!.Scores[regime])} | "
            + $"{N(LatticeExample.Lattice.Regime.Shares.Where(share => share.Regime == regime).Sum(share => share.Share))}"));

    [Fact]
    public void The_trade_off_is_computed() =>
        ShouldShow(
            "threshold | kept | U | D | cost",
            LatticeExample.Lattice.TradeOff.Curve.Select(point =>
                $"{N(point.Threshold)} | {point.Kept} | {N(point.Uncertainty)} | {N(point.Loss)} | {N(point.Cost)}"));

    [Fact]
    public void The_spread_of_uncertainty_is_computed() => ShouldShow(
        "property | own | with its sources",
        LatticeExample.Lattice.Uncertainty.Select(property => $"{property.Property} | {N(property.Own)} | {N(property.Spread)}"));

    [Fact]
    public void The_remedies_are_computed() => ShouldShow(
        "verdict | asks for | why",
        SteeringExample.Verdicts.Select(verdict => (
                verdict.Kind, Need: RemedyRule.Of(EdgeKind.Feature, verdict, seedsLeft: 5, SteeringExample.Claimed, new(), new())!))
            .Select(edge => $"{Word(edge.Kind)} | {Word(edge.Need.Remedy)} | {edge.Need.Reason}"));

    [Fact]
    public void The_checklist_is_computed() =>
        ShouldShow(
            "place | number | limit | status",
            LatticeExample.Analysis.Entanglement.Checklist.Select(item =>
                $"{item.Title} | {N(item.Number)} | {N(item.Limit)} | {Word(item.Status)}"));

    [Fact]
    public void The_decompositions_are_computed()
    {
        int[] first = [0, 0, 1, 1], second = [0, 1, 0, 1];
        ShouldShow(
            "target | decomposition | redundant | unique first | unique second | synergetic",
            [
                .. Rows("first AND second", [0, 0, 0, 1]), .. Rows("first XOR second", [0, 1, 1, 0]), .. Rows("copy of first", first),
                .. Rows("copy of both", [0, 1, 2, 3]),
            ]);

        IEnumerable<string> Rows(string name, int[] target)
        {
            var table = JointTable.OfCodes(target, first, second);
            yield return Row($"{name} | BROJA", BrojaDecomposition.Of(table)!);
            yield return Row($"{name} | Williams and Beer", WilliamsBeerDecomposition.Of(table));
        }

        string Row(string name, InformationParts parts) =>
            $"{name} | {N(parts.Redundant)} | {N(parts.UniqueFirst)} | {N(parts.UniqueSecond)} | {N(parts.Synergetic)}";
    }

    [Fact]
    public void The_latent_numbers_are_computed()
    {
        LatentMatrix x = new(3, 1, [1.0, 2, 3]), y = new(3, 1, [1.0, 3, 2]);
        ShouldShow(
            "latents | coupling | CKA",
            $"(1, 2, 3) and (1, 3, 2) | {N(LatentCoupling.Of(x, y))} | {N(LinearCka.Of(x, y))}",
            $"(1, 2, 3) and (1, 2, 3) | {N(LatentCoupling.Of(x, x))} | {N(LinearCka.Of(x, x))}");
    }

    private static void ShouldShow(string header, params IEnumerable<string> rows)
    {
        var rule = string.Join(" | ", header.Split(" | ").Select(_ => "---"));
        var table = string.Concat(new[] { header, rule }.Concat(rows).Select(row => $"| {row} |\n"));
        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_UPDATE") is not null) Update($"| {header} |\n", table);
        File.ReadAllText(Path).ShouldContain(table, Case.Sensitive);
    }

    private static void Update(string header, string table)
    {
        var document = File.ReadAllText(Path);
        var start = document.IndexOf(header, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, $"the table {header} has its place in the document");
        var end = start;
        while (end < document.Length && document[end] == '|') end = document.IndexOf('\n', end) + 1;
        File.WriteAllText(Path, document[..start] + table + document[end..]);
    }

    // Three decimals; a dash where there is no number.
    private static string N(double? value) =>
        value is { } number ? (Math.Round(number, 3) + 0.0).ToString("0.###", CultureInfo.InvariantCulture) : "-";

    // RiskGates -> risk gates.
    private static string Word(Enum value) =>
        string.Concat(
            value
                .ToString()
                .Select((letter, place) => char.IsUpper(letter) ? $"{(place == 0 ? "" : " ")}{char.ToLowerInvariant(letter)}" : $"{letter}")
        );
}
