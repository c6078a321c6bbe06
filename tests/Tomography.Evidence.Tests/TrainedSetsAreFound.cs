using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Searches for sufficient sets with trained models, each on a phantom of its own: the energy of a cell is energy-per-atom times
/// number-of-sites, and the structure does not show the size of the cell. docs/sufficient.md has the numbers of 20.
/// </summary>
public class TrainedSetsAreFound(ITestOutputHelper output)
{
    private const int Draws = 20;

    private static readonly PropertySet s_planted = new([new("energy-per-atom"), new("number-of-sites")]);

    [LongFact]
    public void The_two_factors_of_the_energy_are_found_among_six_properties()
    {
        using var studies = new TrainedStudies();
        var found = studies.Of(
            Enumerable.Range(0, Draws).Select(Experiment), study => study.Options.Sufficiency().ShouldHaveSingleItem());
        var planted = found.Count(f => f.Found.Any(s => s.Set == s_planted));
        var declared = found.SelectMany(f => f.Sufficient).Select(s => s.Set).ToArray();
        // What is expected of fresh data: the mean over the phantoms that judged a set.
        var truth = found.SelectMany(f => f.Found).Where(s => s.Effect is not null)
            .GroupBy(s => s.Set).ToDictionary(g => g.Key, g => g.Average(s => -s.Effect!.Change));
        foreach (var (set, left) in truth.OrderBy(t => t.Value))
            output.WriteLine($"{set}: found {found.Count(f => f.Found.Any(s => s.Set == set))}, left on other phantoms {100 * left:0.0} %, "
                + $"declared {declared.Count(d => d == set)}");
        foreach (var peer in found[0].Peers)
            output.WriteLine($"{peer.Name}: {found.Count(f => f.Peers.Any(p => p.Name == peer.Name && p.Choice?.Set == s_planted))}");
        var isTrue = declared.Count(set => truth[set] < found[0].Question.Within);
        output.WriteLine($"planted found {planted} of {Draws}; declared {declared.Length}, true {isTrue}; sets tried "
            + $"{found.Average(f => f.OwnSets):0.0}");
        planted.ShouldBeGreaterThanOrEqualTo((int)(0.8 * Draws));
        isTrue.ShouldBeGreaterThanOrEqualTo((int)Math.Ceiling(0.95 * declared.Length));
    }

    private static string Experiment(int draw) => $$"""
        experiment: sets-{{draw}}
        dataset: { phantom: { materials: 1000, seed: {{500 + draw}} } }
        representations: [structure]
        targets: [energy]
        features: []
        controls: [noise]
        seeds: [1, 2, 3, 4, 5]
        sufficient:
          target: energy
          within: 0.2
          from: [number-of-sites, volume, density, band-gap, energy-per-atom, oxide-type]
          at-most: 3
          peers: all
        model: { convolutions: 2, atom-features: 16, hidden: 32, hidden-layers: 2 }
        training: { epochs: 60, batch-size: 32, optimizer: adam, learning-rate: 0.01, milestones: [45] }
        """;
}
