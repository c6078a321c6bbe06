using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>A trained study of which an eighth of the results is deleted, in 20 ways.</summary>
public class DeletedResultsChangeFewVerdicts(ITestOutputHelper output)
{
    private const int Draws = 20;

    [Fact]
    public void None_into_its_opposite_and_two_thirds_stay()
    {
        using var studies = new TrainedStudies();
        var (stay, changed, opposite) = studies.Of([new TrainedCell("composition", 1000, 5, true).Experiment(0)], Compare).Single();
        output.WriteLine($"of {stay + changed} verdicts {stay} stay, {changed} change, {opposite} of them into the opposite");
        opposite.ShouldBe(0);
        (stay / (double)(stay + changed)).ShouldBeGreaterThan(2.0 / 3);
    }

    private static (int Stay, int Changed, int Opposite) Compare(TrainedStudy study)
    {
        var whole = study.Verdicts.ToDictionary(v => (v.Feature, v.Target), v => v.Kind);
        whole.Values.ShouldContain(VerdictKind.Informs);
        whole.Values.ShouldContain(VerdictKind.Nothing);
        var (stay, changed, opposite) = (0, 0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var scores = study.Results.Scores.ToArray();
            new Random(draw).Shuffle(scores);
            var part = study with { Results = study.Results with { Scores = [.. scores.Skip(scores.Length / 8)] } };
            foreach (var verdict in part.Verdicts)
            {
                // Two common seeds decide nothing, which is as it should be: only those whose models remain are compared.
                if (verdict.Effect is not { Seeds: >= 3 }) continue;
                var before = whole[(verdict.Feature, verdict.Target)];
                if (before == verdict.Kind) stay++;
                else changed++;
                if (AreOpposite(before, verdict.Kind)) opposite++;
            }
        }

        return (stay, changed, opposite);
    }

    // What informs or harms is neither the other nor nothing.
    private static bool AreOpposite(VerdictKind before, VerdictKind after) => before != after
        && IsDecided(before) && IsDecided(after);

    private static bool IsDecided(VerdictKind kind) => kind is VerdictKind.Informs or VerdictKind.Harms or VerdictKind.Nothing;
}
