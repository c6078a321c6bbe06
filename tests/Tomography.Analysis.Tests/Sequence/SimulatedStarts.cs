using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>Studies whose targets start from the models of a, b and c, simulated with planted effects.</summary>
internal static class SimulatedStarts
{
    public static PropertyName Noise { get; } = new("noise-task-1");

    /// <summary>A study of five seeds of 200 test crystals, from 50, 200 and all of 600 labels.</summary>
    /// <param name="draw">Which of all such studies.</param>
    /// <param name="ofNoise">The change by a start from noise.</param>
    /// <param name="change">The change by a start from a source at a number of labels.</param>
    /// <param name="constant">The error of the best constant; the models alone have about 1.2.</param>
    /// <param name="targets">The targets; t where none are named.</param>
    /// <param name="edit">What to change of the runs.</param>
    public static SequenceAnalysis Of(
        int draw, double ofNoise, Func<string, int?, double> change, double constant = 5, string[]? targets = null,
        Func<SequenceRun, SequenceRun>? edit = null)
    {
        var (results, options) = Make(draw, ofNoise, change, constant, targets, edit);
        return StudyAnalyzer.Analyze(results, options).Sequence.ShouldNotBeNull();
    }

    /// <summary>The same before it is analysed.</summary>
    public static (StudyResults Results, AnalysisOptions Options) Make(
        int draw, double ofNoise, Func<string, int?, double> change, double constant = 5, string[]? targets = null,
        Func<SequenceRun, SequenceRun>? edit = null)
    {
        var errors = new Dictionary<ModelSpec, TestErrors>();
        PropertyName[] sources = [new("a"), new("b"), new("c")], ends = [.. (targets ?? ["t"]).Select(name => new PropertyName(name))];
        ImmutableArray<SequenceRun> runs =
        [
            .. from target in ends
               from source in sources
               where source != target
               from labels in new int?[] { 50, 200, null }
               from seed in Enumerable.Range(1, 5)
               let run = new SequenceRun(
                   Representation.Structure, source, target, labels, seed, Noise,
                   Model(target, source, labels, seed, change(source.Value, labels)), Model(target, Noise, labels, seed, ofNoise),
                   Model(target, null, labels, seed, 0))
               {
                   Models = new(
                       Spec(target, source, labels, seed), Spec(target, null, labels, seed), Spec(target, Noise, labels, seed))
                   {
                       Sources = [Spec(source, null, null, seed), Spec(Noise, null, null, seed)],
                   },
               }
               select edit?.Invoke(run) ?? run,
        ];
        ImmutableArray<Property> properties =
            [.. sources.Union(ends).Select(n => new Property(n, "", PropertyKind.Number, [], [], ""))];
        var results = new StudyResults(
            "sequence", new("data", false, 1000, 1000, 1000, 0), [Representation.Structure], properties, [], properties,
            [1, 2, 3, 4, 5], [], [])
        {
            Sequence = new(false, 0.1, runs),
        };
        return (results, new()
        {
            TestErrors = (model, _) => errors.GetValueOrDefault(model),
            Formulas = [.. Enumerable.Range(0, 1000).Select(i => $"F{i}")],
            Lattice = new() { Resamples = 20, Permutations = 10 },
        });

        ModelScore Model(PropertyName target, PropertyName? start, int? labels, int seed, double effect)
        {
            var spec = Spec(target, start, labels, seed);
            if (!errors.TryGetValue(spec, out var known)) known = errors[spec] = Errors(target, start, labels, seed, effect);
            return new(spec, target, known.Errors.Average(), 0.5, constant, 1000, 1, 50, 100, 1, "key");
        }

        static ModelSpec Spec(PropertyName target, PropertyName? start, int? labels, int seed) =>
            new(Representation.Structure, target, PropertySet.None, PropertySet.None, seed) { Labels = labels, Start = start };

        // What a crystal is like is the same for all models; fewer labels scatter more.
        TestErrors Errors(PropertyName target, PropertyName? start, int? labels, int seed, double effect)
        {
            var (crystals, models) = (Stream("t"), Stream($"{(target.Value == "t" ? "" : target)}{start} {labels} {seed}"));
            var sizes = Enumerable.Range(0, 1000).Select(_ => Math.Exp(0.6 * Normal(crystals))).ToArray();
            var factor = 1 + effect + (labels switch { 50 => 0.05, 200 => 0.04, _ => 0.03 }) * Normal(models);
            ImmutableArray<int> test = [.. Enumerable.Range(200 * (seed - 1), 200)];
            return new(test, [.. test.Select(i => sizes[i] * Math.Abs(factor + 0.25 * Normal(models)))], 600);
        }

        SplitMixSource Stream(string what) =>
            new(what.Aggregate(1469598103934665603UL + (ulong)draw * 7919, (hash, c) => (hash ^ c) * 1099511628211));

        static double Normal(Random random) =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
