using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Trained studies in which a target has a tenth of the labels of those that its models start from, or learn along: one with the same
/// causes, one that hangs on what structure does not tell (the volume of the cell), one on nothing (a random property). What is expected of
/// a new dataset is the mean over all of them. <c>TOMOGRAPHY_EVIDENCE</c> is ten times the number of draws.
/// </summary>
public class PlantedTransfersAreFound(ITestOutputHelper output)
{
    private const double Large = 0.2;
    private static readonly PropertyName s_random = new("random-1");

    [LongFact]
    public void Where_a_model_starts_from_one_with_ten_times_the_labels()
    {
        using var studies = new TrainedStudies();
        var all = studies.Of(
            Enumerable.Range(0, Draws).Select(draw => $$"""
                experiment: starts-{{draw}}
                dataset:
                  phantom: { materials: 800, seed: {{9000 + draw}}, formulas: 30, formula-types: [ABX3, A2BX4], random-properties: 1 }
                representations: [structure, composition]
                targets: [energy-per-atom, formation-energy-per-atom, volume, random-1]
                features: []
                seeds: [1, 2, 3, 4, 5]
                split: { rotate: 5 }
                model: { convolutions: 2, atom-features: 16, hidden: 32, hidden-layers: 2 }
                training:
                  { epochs: 60, batch-size: 32, optimizer: adam, learning-rate: 0.01, milestones: [45],
                    start-from: { target: [energy-per-atom, volume, random-1], to: formation-energy-per-atom, labels: 48 } }
                """),
            study => SequenceAnalyzer.Of(study.Results, study.Options)!.Verdicts.ToImmutableArray());
        Judge(all);
    }

    [LongFact]
    public void Where_a_partner_with_ten_times_the_labels_is_learnt_along()
    {
        using var studies = new TrainedStudies();
        var all = studies.Of(
            Enumerable.Range(0, Draws).Select(draw => $$"""
                experiment: along-{{draw}}
                dataset:
                  phantom:
                    { materials: 6000, seed: {{9500 + draw}}, formulas: 30, formula-types: [ABX3, A2BX4], random-properties: 1,
                      missing: { energy-per-atom: 0.9 } }
                representations: [structure]
                targets: [energy-per-atom]
                features: []
                together:
                  - [energy-per-atom, formation-energy-per-atom]
                  - [energy-per-atom, volume]
                  - [energy-per-atom, random-1]
                seeds: [1, 2, 3, 4, 5]
                split: { rotate: 5 }
                model: { convolutions: 2, atom-features: 16, hidden: 32, hidden-layers: 2 }
                training: { epochs: 50, batch-size: 8, optimizer: adam, learning-rate: 0.01, milestones: [25, 38] }
                """),
            study => TransferAnalyzer.Of(study.Results, [], study.Options)!.Verdicts
                .Where(v => v.Target == new PropertyName("energy-per-atom")).ToImmutableArray());
        Judge(all);
    }

    private static int Draws => Evidence.Draws(0) / 10;

    private void Judge(ImmutableArray<ImmutableArray<EdgeVerdict>> all)
    {
        var edges = all.SelectMany(v => v).GroupBy(v => (v.Representation, v.Feature)).Select(edge =>
        {
            output.WriteLine(
                $"  {edge.Key.Representation}, {edge.Key.Feature}: {Mean(edge, v => v.Effect)} % against alone, "
                    + $"{Mean(edge, v => v.AgainstControl)} % against noise; "
                    + string.Join(", ", edge.GroupBy(v => (v.Kind, v.Reason)).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}")));
            return (Truth: edge.Key.Feature == s_random ? VerdictKind.Nothing : TruthOf(edge), Verdicts: edge.ToArray());
        }).ToArray();
        var planted = edges.Where(e => e.Truth is VerdictKind.Informs or VerdictKind.Harms).ToArray();
        var none = edges.Where(e => e.Truth == VerdictKind.Nothing).SelectMany(e => e.Verdicts).ToArray();
        int found = planted.Sum(e => e.Verdicts.Count(v => v.Kind == e.Truth)), there = planted.Sum(e => e.Verdicts.Length);
        int opposite = planted.Sum(e => e.Verdicts.Count(v => v.IsClaim && v.Kind != e.Truth)), wrong = none.Count(v => v.IsClaim);
        output.WriteLine($"| {Draws} | {found} of {there} | {opposite} | {wrong} of {none.Length} |");
        planted.ShouldNotBeEmpty();
        (found / (double)there).ShouldBeGreaterThanOrEqualTo(0.8);
        ((wrong + opposite) / (double)(none.Length + there)).ShouldBeLessThanOrEqualTo(0.05);
    }

    /// <summary>
    /// What is planted where the mean over all draws is large: against alone and against noise, for a claim needs a change against both.
    /// Undecided where it is small: neither planted nor nothing.
    /// </summary>
    private static VerdictKind TruthOf(IEnumerable<EdgeVerdict> edge)
    {
        var judged = edge.Where(v => v.AgainstControl is not null).ToArray();
        double[] changes = [judged.Average(v => v.Effect!.Change), judged.Average(v => v.AgainstControl!.Change)];
        return changes.Max() <= -Large ? VerdictKind.Informs : changes.Min() >= Large ? VerdictKind.Harms : VerdictKind.Undecided;
    }

    private static string Mean(IEnumerable<EdgeVerdict> edge, Func<EdgeVerdict, Effect?> effect) =>
        EdgeTally.Percent(edge.Select(effect).OfType<Effect>().Average(e => e.Change));
}
