using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>A study whose targets are learnt in pairs, with planted transfers; errors are drawn crystal by crystal.</summary>
internal sealed record SimulatedTogether
{
    private static readonly PropertySet s_noise = new PropertyName("noise-task-1");

    /// <summary>What is drawn.</summary>
    public int Draw { get; init; }

    public int Seeds { get; init; } = 5;

    public ImmutableArray<string> Targets { get; init; } = ["a", "b", "c", "d"];

    /// <summary>Sets beside the pairs.</summary>
    public ImmutableArray<PropertySet> Groups { get; init; } = [];

    /// <summary>What learning beside noise costs, a fraction.</summary>
    public double OfNoise { get; init; } = 0.05;

    /// <summary>How far seeds scatter, a fraction.</summary>
    public double Scatter { get; init; } = 0.03;

    /// <summary>The true change of a target by its partners, against alone.</summary>
    public Func<PropertySet, string, double> Change { get; init; } = (_, _) => 0;

    /// <summary>How many of the test crystals have a target.</summary>
    public Func<string, int> Labels { get; init; } = _ => 200;

    /// <summary>The study and what its models err on each test crystal.</summary>
    public (StudyResults Results, AnalysisOptions Options) Make()
    {
        var names = Targets.Select(t => new PropertyName(t)).ToArray();
        PropertySet[] sets =
        [
            .. from first in names from second in names where first.CompareTo(second) < 0 select new PropertySet([first, second]),
            .. Groups,
        ];
        var errors = new Dictionary<(ModelSpec, PropertyName), TestErrors>();
        ImmutableArray<JointRun> runs =
        [
            .. from set in sets
               from target in set
               from seed in Enumerable.Range(1, Seeds)
               let partners = new PropertySet(set.Where(t => t != target))
               select new JointRun(
                   Representation.Structure, set, target, seed, s_noise, Model(set, target, seed, Change(partners, target.Value)),
                   Model(s_noise.Union(target), target, seed, OfNoise), Model(target, target, seed, 0))
               {
                   Models = new(Spec(set, seed), Spec(target, seed), Spec(s_noise.Union(target), seed)),
               },
        ];
        ImmutableArray<Property> properties = [.. names.Select(n => new Property(n, "", PropertyKind.Number, [], [], ""))];
        var results = new StudyResults(
            "together", new("data", false, 1000, 1000, 1000, 0), [Representation.Structure], properties, [], properties,
            [.. Enumerable.Range(1, Seeds)], [], [])
        {
            Joint = new(properties, runs, Gradients(sets)),
        };
        return (results, new()
        {
            TestErrors = (model, target) => errors.GetValueOrDefault((model, target)),
            Formulas = [.. Enumerable.Range(0, 1000).Select(i => $"F{i}")],
            Lattice = new() { Resamples = 20, Permutations = 10 },
        });

        ModelScore Model(PropertySet targets, PropertyName target, int seed, double change)
        {
            var spec = Spec(targets, seed);
            if (!errors.TryGetValue((spec, target), out var known))
                known = errors[(spec, target)] = Errors(seed, target, targets, change);
            return new(spec, target, known.Errors.Average(), 0.5, 5, 1000, 1, 50, 100, 1, "key");
        }
    }

    private static ModelSpec Spec(PropertySet targets, int seed) =>
        new(Representation.Structure, targets, PropertySet.None, PropertySet.None, seed);

    // What a crystal is like is the same for all models; what a model does with it is its own.
    private TestErrors Errors(int seed, PropertyName target, PropertySet targets, double change)
    {
        var (crystals, models) = (Stream($"{target}"), Stream($"{target} {targets} {seed}"));
        var sizes = Enumerable.Range(0, 1000).Select(_ => Math.Exp(0.6 * Normal(crystals))).ToArray();
        var factor = 1 + change + Scatter * Normal(models);
        ImmutableArray<int> test = [.. Enumerable.Range(200 * ((seed - 1) % 5), Labels(target.Value))];
        return new(test, [.. test.Select(i => sizes[i] * Math.Abs(factor + 0.25 * Normal(models)))], 600);
    }

    // Gradients that say what is true.
    private ImmutableArray<JointGradient> Gradients(PropertySet[] sets) =>
    [
        .. from set in sets
           where set.Count == 2
           from to in set
           from seed in Enumerable.Range(1, Seeds)
           let partner = set.First(t => t != to)
           let helps = -Change(partner, to.Value)
           select new JointGradient(Representation.Structure, set, partner, to, seed, helps, 0.5 - helps, helps / 10 + seed / 1000.0),
    ];

    private SplitMixSource Stream(string what) =>
        new(what.Aggregate(1469598103934665603UL + (ulong)Draw * 7919, (hash, c) => (hash ^ c) * 1099511628211));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
