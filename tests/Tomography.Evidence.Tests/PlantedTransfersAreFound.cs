using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Trained studies in which a target has a tenth of the labels of those that its models start from: one with the same causes (the energy),
/// one that hangs on what structure does not tell (the volume of the cell), one on nothing (a random property). What is expected of a new
/// dataset is the mean over all of them. <c>TOMOGRAPHY_EVIDENCE</c> is ten times the number of draws.
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

    private static int Draws => Evidence.Draws(0) / 10;

    private void Judge(ImmutableArray<ImmutableArray<EdgeVerdict>> all)
    {
        var edges = all.SelectMany(v => v).GroupBy(v => (v.Representation, v.Feature)).Select(edge =>
        {
            // A claim needs a change against both; noise against noise does nothing, whatever happened to be measured.
            var judged = edge.Where(v => v.AgainstControl is not null).ToArray();
            var truth = edge.Key.Feature == s_random ? 0
                : Math.Max(judged.Average(v => v.Effect!.Change), judged.Average(v => v.AgainstControl!.Change));
            output.WriteLine(
                $"  {edge.Key.Representation}, {edge.Key.Feature}: {EdgeTally.Percent(judged.Average(v => v.Effect!.Change))} % against "
                    + $"alone, {EdgeTally.Percent(judged.Average(v => v.AgainstControl!.Change))} % against noise; "
                    + string.Join(", ", edge.GroupBy(v => (v.Kind, v.Reason)).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}")));
            return (Truth: truth, Verdicts: edge.ToArray());
        }).ToArray();
        var planted = edges.Where(e => e.Truth <= -Large).SelectMany(e => e.Verdicts).ToArray();
        var none = edges.Where(e => e.Truth == 0).SelectMany(e => e.Verdicts).ToArray();
        var (found, wrong) = (planted.Count(v => v.Kind == VerdictKind.Informs), none.Count(v => v.IsClaim));
        var opposite = planted.Count(v => v.Kind == VerdictKind.Harms);
        output.WriteLine($"| {Draws} | {found} of {planted.Length} | {opposite} | {wrong} of {none.Length} |");
        planted.ShouldNotBeEmpty();
        (found / (double)planted.Length).ShouldBeGreaterThanOrEqualTo(0.8);
        ((wrong + opposite) / (double)(none.Length + planted.Length)).ShouldBeLessThanOrEqualTo(0.05);
    }
}
