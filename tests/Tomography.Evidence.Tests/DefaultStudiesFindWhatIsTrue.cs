using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;
using Tomography.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>The default experiment on 20 phantoms, with other formulas each.</summary>
public class DefaultStudiesFindWhatIsTrue(ITestOutputHelper output)
{
    private const int Phantoms = 20, FirstSeed = 101;

    [LongFact]
    public void Four_of_five_features_that_tell_are_found_and_of_those_without_anything_to_tell_one_in_twenty_at_most()
    {
        var text = File.ReadAllText(Repository.PathOf("workflows", "phantom.experiment.yaml"));
        using var studies = new TrainedStudies();
        var seeds = Enumerable.Range(FirstSeed, Phantoms).ToArray();
        var verdicts = studies.Of(
            seeds.Select(seed => text.Replace("seed: 7,", $"seed: {seed},", StringComparison.Ordinal)
                .Replace("experiment: phantom\n", $"experiment: phantom-{seed}\n", StringComparison.Ordinal)),
            study => study.Verdicts);
        var edges = seeds.Zip(verdicts).SelectMany(pair => WithTruth(pair.First, pair.Second)).ToArray();
        foreach (var representation in new[] { Representation.Structure, Representation.Composition })
        {
            (TrueEdge Truth, EdgeVerdict Verdict)[] own = [.. edges.Where(e => e.Truth.Representation == representation)];
            var tells = own.Where(e => e.Truth.Kind == TruthKind.Tells).ToArray();
            var none = own.Where(e => e.Truth.Kind == TruthKind.None).ToArray();
            var found = tells.Count(e => e.Verdict.Kind == VerdictKind.Informs);
            var claimed = none.Count(e => e.Verdict.IsClaim);
            output.WriteLine($"| {representation} | {found} of {tells.Length} | {claimed} of {none.Length} |");
            foreach (var group in own.GroupBy(e => (e.Truth.Kind, e.Truth.Feature, e.Truth.Target)).OrderBy(g => g.Key.Kind))
                output.WriteLine(
                    $"  {group.Key.Kind} {group.Key.Feature} -> {group.Key.Target}: "
                        + string.Join(", ", group.GroupBy(e => e.Verdict.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}")));
            (found / (double)tells.Length).ShouldBeGreaterThanOrEqualTo(0.8);
            (claimed / (double)none.Length).ShouldBeLessThanOrEqualTo(0.05);
        }
    }

    private static IEnumerable<(TrueEdge Truth, EdgeVerdict Verdict)> WithTruth(int seed, ImmutableArray<EdgeVerdict> verdicts)
    {
        var settings = new PhantomSettings(2000, (ulong)seed)
        {
            Formulas = 30, FormulaTypes = [Stoichiometry.ABX3, Stoichiometry.A2BX4], RandomProperties = 1,
        };
        PropertyName[] features = [.. verdicts.Select(v => v.Feature.Single).OfType<PropertyName>().Distinct()];
        PropertyName[] targets = [.. verdicts.Select(v => v.Target).Distinct()];
        var truths = PhantomTruth.Of(settings, [Representation.Structure, Representation.Composition], features, targets);
        return truths.Select(t =>
            (t, verdicts.Single(v => v.Representation == t.Representation && v.Feature == t.Feature && v.Target == t.Target)));
    }
}
