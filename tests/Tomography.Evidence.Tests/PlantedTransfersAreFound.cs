using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Tomography.Phantom;
using Tomography.Testing;
using Tomography.Workflows;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Trained studies in which a target has a tenth of the labels of others: one with the same causes (the energy), one that hangs on what the
/// models do not see (the volume of the cell), one on nothing (a random property). What is expected of a new dataset is the mean over all
/// of them. <c>TOMOGRAPHY_EVIDENCE</c> is ten times the number of draws of each kind.
/// </summary>
public class PlantedTransfersAreFound(ITestOutputHelper output)
{
    private const double Large = 0.2;
    private static readonly PropertyName s_random = new("random-1"), s_few = new("formation-energy-per-atom");

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
        Judge("started from", all);
    }

    [LongFact]
    public void Where_a_model_learns_one_along_with_ten_times_the_labels()
    {
        using var folder = new TemporaryFolder();
        using var studies = new TrainedStudies();
        var all = studies.Of(
            Enumerable.Range(0, Draws).Select(draw => $$"""
                experiment: along-{{draw}}
                dataset: { folder: '{{Tenth(folder, draw)}}' }
                representations: [structure]
                targets: [formation-energy-per-atom]
                features: []
                together:
                  - [formation-energy-per-atom, energy-per-atom]
                  - [formation-energy-per-atom, volume]
                  - [formation-energy-per-atom, random-1]
                seeds: [1, 2, 3, 4, 5]
                split: { rotate: 5 }
                model: { convolutions: 2, atom-features: 16, hidden: 32, hidden-layers: 2 }
                training: { epochs: 30, batch-size: 32, optimizer: adam, learning-rate: 0.01, milestones: [22] }
                """),
            study => TransferEdges.FindingsOf(study.Results.Joint!, study.Options) is var findings
                ? VerdictRule.Decide(findings, study.Options.Verdicts).Where(v => v.Target == s_few).ToImmutableArray()
                : []);
        Judge("learnt along", all);
    }

    private static int Draws => Evidence.Draws(0) / 10;

    private void Judge(string how, ImmutableArray<ImmutableArray<EdgeVerdict>> all)
    {
        var edges = all.SelectMany(v => v).GroupBy(v => (v.Representation, v.Feature)).Select(edge =>
        {
            // A claim needs a change against both; noise against noise does nothing, whatever happened to be measured.
            var judged = edge.Where(v => v.AgainstControl is not null).ToArray();
            var truth = edge.Key.Feature == s_random ? 0
                : Math.Max(judged.Average(v => v.Effect!.Change), judged.Average(v => v.AgainstControl!.Change));
            output.WriteLine(
                $"  {edge.Key.Representation}, {how} {edge.Key.Feature}: {EdgeTally.Percent(judged.Average(v => v.Effect!.Change))} % against "
                    + $"alone, {EdgeTally.Percent(judged.Average(v => v.AgainstControl!.Change))} % against noise; "
                    + string.Join(", ", edge.GroupBy(v => (v.Kind, v.Reason)).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}")));
            return (Truth: truth, Verdicts: edge.ToArray());
        }).ToArray();
        var planted = edges.Where(e => e.Truth <= -Large).SelectMany(e => e.Verdicts).ToArray();
        var none = edges.Where(e => e.Truth == 0).SelectMany(e => e.Verdicts).ToArray();
        var (found, wrong) = (planted.Count(v => v.Kind == VerdictKind.Informs), none.Count(v => v.IsClaim));
        var opposite = planted.Count(v => v.Kind == VerdictKind.Harms);
        output.WriteLine($"| {how} | {Draws} | {found} of {planted.Length} | {opposite} | {wrong} of {none.Length} |");
        planted.ShouldNotBeEmpty();
        (found / (double)planted.Length).ShouldBeGreaterThanOrEqualTo(0.8);
        ((wrong + opposite) / (double)(none.Length + planted.Length)).ShouldBeLessThanOrEqualTo(0.05);
    }

    /// <summary>A folder of 2,600 crystals, of which every tenth has its formation energy.</summary>
    private static string Tenth(TemporaryFolder folder, int draw)
    {
        var phantom = PhantomDataset.Create(new(2600, (ulong)(9500 + draw))
        {
            Formulas = 30, FormulaTypes = [Stoichiometry.ABX3, Stoichiometry.A2BX4], RandomProperties = 1,
        });
        PropertyName[] used = [s_few, new("energy-per-atom"), new("volume"), s_random];
        var dataset = phantom with
        {
            Columns =
            [
                .. phantom.Columns.Where(c => used.Contains(c.Property.Name)).Select(c => c.Property.Name != s_few ? c
                    : new PropertyColumn(c.Property, [.. c.Values.Select((v, i) => i % 10 == 3 ? v : double.NaN)])),
            ],
        };
        var path = folder.PathOf($"tenth-{draw}");
        Directory.CreateDirectory(path);
        var export = new CifExport();
        var files = export.FilesOf([.. dataset.Materials.Select(m => m.Id)]);
        export.Write(path, dataset.Materials, files, CancellationToken.None);
        using var stream = File.Create(Path.Combine(path, "table.csv"));
        DatasetCsv.Write(stream, dataset, files, []);
        return path;
    }
}
