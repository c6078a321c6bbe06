using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Builds the lattice whose edges are transfers between the two properties of a pair.</summary>
internal static class TransferLattice
{
    /// <summary>The lattice of one representation; null where no pair is learnt together.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="joint">Models of several targets.</param>
    /// <param name="verdicts">The verdicts of all transfer edges.</param>
    public static EntanglementLattice? Of(Representation representation, JointResults joint, IEnumerable<EdgeVerdict> verdicts)
    {
        // A larger group starts at no single property, so that it is no edge of a lattice.
        var runs = joint.Runs.Where(run => run.Representation == representation && run.Together.Count == 2).ToArray();
        if (runs.Length == 0) return null;
        ImmutableArray<PropertyName> nodes =
            [.. joint.Properties.Select(p => p.Name).Where(name => runs.Any(run => run.Target == name))];
        var known = verdicts.Where(v => v.Representation == representation).ToDictionary(v => (v.Feature, v.Target));
        var edges = ImmutableArray.CreateBuilder<Edge>();
        var unmeasured = ImmutableArray.CreateBuilder<PropertyPair>();
        foreach (var from in nodes)
            foreach (var to in nodes)
            {
                JointRun[] seeds = [.. runs.Where(run => run.Target == to && run.Partners == from)];
                if (seeds.Length == 0) continue;
                var changes = Changes(seeds, run => run.Joint);
                if (changes.IsEmpty) unmeasured.Add(new(from, to));
                else edges.Add(new(from, to, known[(from, to)], changes));
            }

        return new(
            representation, nodes, nodes, edges.ToImmutable(), unmeasured.ToImmutable(),
            [
                .. nodes.Select(target => LatticeBuilder.Level(target, runs.Where(run => run.Target == target)
                    .DistinctBy(run => (run.Noise, run.Seed)).GroupBy(run => run.Noise)
                    .Select(set => (set.Key[0], Changes(set, run => run.Control))))),
            ]);
    }

    private static ImmutableArray<SeedChange> Changes(IEnumerable<JointRun> seeds, Func<JointRun, ModelScore?> with) =>
    [
        .. from run in seeds
           where run.Alone is { TestMae: > 0 } && with(run) is not null
           select new SeedChange(run.Seed, ImportanceMeasure.Change(with(run)!.TestMae, run.Alone!.TestMae)),
    ];
}
