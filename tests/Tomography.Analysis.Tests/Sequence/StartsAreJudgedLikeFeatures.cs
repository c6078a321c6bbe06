using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Analysis.Tests;

/// <summary>Edges of starts, by simulation with planted effects.</summary>
public class StartsAreJudgedLikeFeatures(ITestOutputHelper output)
{
    private static readonly PropertyName s_noise = new("noise-task-1");

    [Fact]
    public void Planted_starts_are_found_and_where_there_is_none_one_claim_in_twenty_is_made_at_most()
    {
        int right = 0, planted = 0, wrong = 0, none = 0;
        for (var draw = 0; draw < 40; draw++)
            foreach (var point in Of(draw, ofNoise: 0, Change).Points)
            {
                var truth = Change(point.Source.Value, point.Labels);
                if (truth == 0)
                {
                    none++;
                    if (point.Verdict.IsClaim) wrong++;
                    continue;
                }

                planted++;
                if (point.Verdict.Kind == (truth < 0 ? VerdictKind.Informs : VerdictKind.Harms)) right++;
            }

        output.WriteLine($"{100.0 * right / planted:0.0} % of {planted} planted starts are found; {100.0 * wrong / none:0.0} % of {none} "
            + "without an effect are claimed");
        (planted, none).ShouldBe((120, 240));
        (right / (double)planted).ShouldBeGreaterThan(0.8);
        (wrong / (double)none).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void What_any_start_does_is_laid_to_no_source()
    {
        foreach (var point in Of(1, ofNoise: -0.2, (_, _) => -0.2).Points)
        {
            point.Verdict.IsClaim.ShouldBeFalse();
            point.Verdict.Effect!.Change.ShouldBe(-0.2, 0.08);
            Math.Abs(point.Verdict.AgainstControl!.Change).ShouldBeLessThan(0.08);
        }
    }

    [Fact]
    public void From_few_labels_it_is_enough_that_the_started_model_has_learnt_something()
    {
        // Alone, the model is no better than the best constant.
        var points = Of(2, 0, (source, _) => source == "a" ? -0.6 : 0, constant: 1).Points;
        points.Where(p => p.Source.Value == "a").ShouldAllBe(p => p.Verdict.Kind == VerdictKind.Informs);
        points.Where(p => p.Source.Value == "b").ShouldAllBe(p => p.Verdict.Reason == VerdictReason.BaselineLearntNothing);
    }

    [Fact]
    public void Points_have_the_errors_of_all_seeds_and_know_how_many_labels_all_are()
    {
        var points = Of(3, 0.05, Change).Points;
        points.Length.ShouldBe(9);
        points.Select(p => p.Trained).Distinct().ShouldBe([50, 200, 600]);
        points.ShouldAllBe(p => p.Alone != null && p.Control!.Value.Mean > p.Alone.Value.Mean * 0.95);
        points.ShouldAllBe(p => p.Verdict.Control == s_noise && p.Verdict.Target.Value == "t");
    }

    // a helps where labels are few; b harms at 50; c never does anything.
    private static double Change(string source, int? labels) => (source, labels) switch
    {
        ("a", 50) => -0.4,
        ("a", 200) => -0.25,
        ("b", 50) => 0.35,
        _ => 0,
    };

    private static SequenceAnalysis Of(int draw, double ofNoise, Func<string, int?, double> change, double constant = 5)
    {
        var errors = new Dictionary<ModelSpec, TestErrors>();
        PropertyName target = new("t");
        PropertyName[] sources = [new("a"), new("b"), new("c")];
        ImmutableArray<SequenceRun> runs =
        [
            .. from source in sources
               from labels in new int?[] { 50, 200, null }
               from seed in Enumerable.Range(1, 5)
               select new SequenceRun(
                   Representation.Structure, source, target, labels, seed, s_noise,
                   Model(source, labels, seed, change(source.Value, labels)), Model(s_noise, labels, seed, ofNoise),
                   Model(null, labels, seed, 0)),
        ];
        ImmutableArray<Property> properties =
            [.. sources.Append(target).Select(n => new Property(n, "", PropertyKind.Number, [], [], ""))];
        var results = new StudyResults(
            "sequence", new("data", false, 1000, 1000, 1000, 0), [Representation.Structure], properties, [], properties,
            [1, 2, 3, 4, 5], [], [])
        {
            Sequence = new(false, 0.1, runs),
        };
        return StudyAnalyzer.Analyze(results, new()
        {
            TestErrors = (model, _) => errors.GetValueOrDefault(model),
            Formulas = [.. Enumerable.Range(0, 1000).Select(i => $"F{i}")],
            Lattice = new() { Resamples = 20, Permutations = 10 },
        }).Sequence.ShouldNotBeNull();

        ModelScore Model(PropertyName? start, int? labels, int seed, double effect)
        {
            var spec = new ModelSpec(Representation.Structure, target, PropertySet.None, PropertySet.None, seed)
            {
                Labels = labels, Start = start,
            };
            if (!errors.TryGetValue(spec, out var known)) known = errors[spec] = Errors(start, labels, seed, effect);
            return new(spec, target, known.Errors.Average(), 0.5, constant, 1000, 1, 50, 100, 1, "key");
        }

        // What a crystal is like is the same for all models; fewer labels scatter more.
        TestErrors Errors(PropertyName? start, int? labels, int seed, double effect)
        {
            var (crystals, models) = (Stream("t"), Stream($"{start} {labels} {seed}"));
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
