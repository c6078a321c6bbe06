using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class NoNumberIsMissingTests
{
    // Zero errors, huge ones, missing models and values, single seeds, sets of features, controls, an earlier run: whatever comes in,
    // every number that comes out is finite.
    [Fact]
    public void Every_number_of_an_analysis_is_finite_whatever_the_errors() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var results = RandomStudy(new(seed));
                    var earlier = StudyAnalyzer
                        .Analyze(
                            RandomStudy(new(seed)),
                            new()
                            {
                                Lattice = new() { Resamples = 0, Permutations = 0 },
                            }
                        )
                        .Entanglement.Representations;
                    var options = new AnalysisOptions
                    {
                        Lattice = new() { Resamples = 5, Permutations = 3 },
                        EarlierRuns =
                        [
                            [.. earlier.Select(analysis => analysis.Lattice)],
                        ],
                        Columns =
                        [
                            .. results.Properties.Select(
                                (property, place) =>
                                    new PropertyColumn(
                                        property,
                                        [.. Enumerable.Range(0, 20).Select(material => Value(material, place, seed))])),
                        ],
                    };

            ShouldBeFinite(StudyAnalyzer.Analyze(results, options), "analysis");
            var sound = results.Converged();
            ShouldBeFinite(StudyAnalyzer.Analyze(sound, (options with { Columns = [] }).WithCrystals(sound)), "analysis with crystals");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_seed_gives_edges_and_no_regime()
    {
        var analysis = StudyAnalyzer.Analyze(
            Study([S], [Volume], [Density], [1], Errors(S, Volume, null, [1], 1), Errors(S, Volume, Density, [1], 0.5)));

        var lattice = analysis.Entanglement.Representations.Single();
        lattice.Lattice.Edges.Single().Verdict.Reason.ShouldBe(VerdictReason.FewSeeds);
        (lattice.Regime.Assessment, lattice.Regime.Announced).ShouldBe((null, null));
        analysis.Entanglement.Steering.Undecided.ShouldBe(1);
    }

    private static StudyResults RandomStudy(Random random)
    {
        PropertyName[] names = [Volume, Density, BandGap];
        PropertySet[] rows = [Volume, Density, Set(Volume, Density), BandGap, new PropertyName("noise")];
        var results = Study([S, C], names[..random.Next(1, 4)], rows, [.. Enumerable.Range(1, random.Next(1, 4))]) with
        {
            Controls = [new("noise")],
        };
        var scores = StudyAnalyzer.Analyze(results).MissingModels
            .Where(_ => random.NextDouble() < 0.9)
            .Select(model => Score(model, Error(random)));
        return results with { Scores = [.. scores] };
    }

    // A fifth of the values is missing, in each property others.
    private static double Value(int material, int place, int seed) =>
        (material + Math.Abs(seed % 5)) % 5 == place ? double.NaN : material * place % 7;

    private static double Error(Random random) =>
        random.Next(12) switch
        {
            0 => 0,
            1 => 1e300,
            2 => double.Epsilon,
            _ => random.NextDouble() + 0.5,
        };

    private static void ShouldBeFinite(object? value, string path)
    {
        switch (value)
        {
            case null or string or Enum or PropertyName or Representation or ModelSpec or int or bool:
                return;
            case double number:
                double.IsFinite(number).ShouldBeTrue(path);
                return;
            case IEnumerable items:
                foreach (var item in items) ShouldBeFinite(item, path);
                return;
            default:
                foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(member => member.GetIndexParameters().Length == 0))
                    ShouldBeFinite(member.GetValue(value), $"{path}.{member.Name}");
                return;
        }
    }
}
