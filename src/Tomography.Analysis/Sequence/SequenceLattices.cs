using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Builds the lattices whose edges are starts from a trained model.</summary>
internal static class SequenceLattices
{
    /// <summary>The lattices, by representation and number of labels in the order of the study.</summary>
    /// <param name="runs">The models, as the study gives them.</param>
    /// <param name="points">The edges with their verdicts.</param>
    /// <param name="draws">The verdicts of repetitions of the study, each in the order of the points.</param>
    /// <param name="options">Settings of lattices and of what follows from them.</param>
    public static ImmutableArray<SequenceLattice> Of(
        ImmutableArray<SequenceRun> runs, ImmutableArray<SequencePoint> points, ImmutableArray<ImmutableArray<EdgeVerdict>> draws,
        AnalysisOptions options)
    {
        var settings = Settings(options);
        // A model of several targets starts at no single property, so that it is no edge of a lattice.
        var groups = runs.Where(run => run.Source.Count == 1).GroupBy(run => (run.Representation, run.Labels)).Select(group =>
        {
            SequenceRun[] at = [.. group];
            int[] places =
            [
                .. points.Index().Where(p => p.Item.Labels == group.Key.Labels && p.Item.Verdict.Representation == group.Key.Representation
                        && p.Item.Source.Count == 1)
                    .Select(p => p.Index),
            ];
            return (Runs: at, Places: places, Lattice: Lattice(at, places.Select(place => points[place].Verdict)));
        }).ToArray();
        var earlier = groups.Select(group => group.Runs[0].Labels).Distinct().ToDictionary(
            labels => labels ?? 0,
            labels => options.Earlier(
                new(EdgeKind.Start, labels), [.. groups.Where(g => g.Runs[0].Labels == labels).Select(g => g.Lattice)]));
        return
        [
            .. groups.Select(group => new SequenceLattice(
                group.Runs[0].Labels,
                LatticeAnalyzer.Of(
                    group.Lattice,
                    [.. draws.Select(drawn => group.Lattice.Judged(group.Places.Select(place => drawn[place])))],
                    earlier[group.Runs[0].Labels ?? 0](group.Lattice.Representation), Own(group.Lattice, group.Runs), settings,
                    options))),
        ];
    }

    /// <summary>How these lattices are measured.</summary>
    public static LatticeSettings Settings(AnalysisOptions options) =>
        LatticeSettings.Checked(options.Lattice) with { SmallestEffect = options.Verdicts.SmallestEffect };

    private static EntanglementLattice Lattice(SequenceRun[] runs, IEnumerable<EdgeVerdict> verdicts)
    {
        ImmutableArray<PropertyName> targets = [.. runs.Select(run => run.Target).Distinct()];
        var known = verdicts.ToDictionary(verdict => (verdict.Feature[0], verdict.Target));
        var edges = ImmutableArray.CreateBuilder<Edge>();
        var unmeasured = ImmutableArray.CreateBuilder<PropertyPair>();
        foreach (var pair in runs.GroupBy(run => (Source: run.Source[0], run.Target)))
        {
            var changes = Changes(pair, run => run.Started);
            if (changes.IsEmpty) unmeasured.Add(new(pair.Key.Source, pair.Key.Target));
            else edges.Add(new(pair.Key.Source, pair.Key.Target, known[pair.Key], changes));
        }

        return new(
            runs[0].Representation, [.. runs.Select(run => run.Source[0]).Union(targets)], targets, edges.ToImmutable(),
            unmeasured.ToImmutable(),
            [
                .. targets.Select(target => LatticeBuilder.Level(target, runs.Where(run => run.Target == target)
                    .DistinctBy(run => (run.Noise, run.Seed)).GroupBy(run => run.Noise)
                    .Select(set => (set.Key[0], Changes(set, run => run.Control))))),
            ]);
    }

    private static ImmutableArray<SeedChange> Changes(IEnumerable<SequenceRun> seeds, Func<SequenceRun, ModelScore?> with) =>
    [
        .. from run in seeds
           where run.Alone is { TestMae: > 0 } && with(run) is not null
           select new SeedChange(run.Seed, ImportanceMeasure.Change(with(run)!.TestMae, run.Alone!.TestMae)),
    ];

    private static OwnUncertainty Own(EntanglementLattice lattice, SequenceRun[] runs) =>
        OwnUncertainty.FromErrors(lattice.Targets.Select(target => (target, OwnUncertainty.RangeOf(
            runs.Where(run => run.Target == target).DistinctBy(run => run.Seed).Select(run => run.Alone)))));
}
