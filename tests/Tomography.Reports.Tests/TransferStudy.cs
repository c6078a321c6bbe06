using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>
/// A study that learns three targets in pairs and all together, and gives the same three as features: transfers that help, harm and do
/// nothing, what agrees with features and what does not, a pair that lacks a model, gradients.
/// </summary>
internal static class TransferStudy
{
    private static readonly PropertySet s_noise = new PropertyName("noise-task-1"),
        s_twoOfNoise = new([new("noise-task-1"), new("noise-task-2")]);

    private static readonly ImmutableArray<Property> s_properties =
    [
        new(new("volume"), "\u00c5\u00b3", PropertyKind.Number, [], [], "Volume of the cell."),
        new(new("density"), "g/cm3", PropertyKind.Number, [], [], "Density."),
        new(new("band-gap"), "eV", PropertyKind.Number, [], [], "Band gap."),
    ];

    // Learnt along, and never told.
    private static readonly Property s_metal = new(
        new("is-metal"), "", PropertyKind.Classes, ["no", "yes"], [], "Whether it is a metal.");

    public static StudyResults Results { get; } = Make();

    public static AnalysisOptions Options { get; } =
        new AnalysisOptions { Lattice = new() { Resamples = 20, Permutations = 10 } }.WithCrystals(Results);

    public static StudyAnalysis Analysis { get; } = StudyAnalyzer.Analyze(Results, Options);

    public static ReportInput Input { get; } = new(Analysis, Results, ReportStudy.Context with { Experiment = "together" });

    private static StudyResults Make()
    {
        var study = StudyMaker.Of(
            "together", [Representation.Structure], s_properties, [.. s_properties.Select(p => (PropertySet)p.Name)], s_properties, [],
            [1, 2, 3], (_, feature, target) => AsFeature(feature, target), 0.008);
        PropertyName[] names = [.. s_properties.Select(p => p.Name), s_metal.Name];
        ImmutableArray<PropertySet> sets =
        [
            .. from first in names from second in names where first.CompareTo(second) < 0 select new PropertySet([first, second]),
            new(names[..3]),
        ];
        ImmutableArray<JointRun> runs =
        [
            .. from set in sets
               from target in set
               from seed in study.Seeds
               let noise = set.Count == 2 ? s_noise : s_twoOfNoise
               let partners = new PropertySet(set.Where(t => t != target))
               select new JointRun(
                   Representation.Structure, set, target, seed, noise,
                   target.Value == "is-metal" && partners.Contains(new("volume")) && seed > 1
                       ? null : Score(set, target, seed, LearntAlong(partners, target.Value)),
                   Score(noise.Union(target), target, seed, 0.06), Score(target, target, seed, 0))
               {
                   Models = new(Spec(set, seed), Spec(target, seed), Spec(noise.Union(target), seed)),
               },
        ];
        ImmutableArray<JointGradient> gradients =
        [
            .. from set in sets
               from @from in set
               from to in set
               where @from != to
               from seed in study.Seeds
               let helps = -LearntAlong(@from, to.Value)
               select new JointGradient(
                   Representation.Structure, set, @from, to, seed, helps / 2, 0.5 - helps / 3, helps / 100 + 0.0001 * seed),
        ];
        return study with { Joint = new([.. s_properties, s_metal], runs, gradients) };
    }

    private static ModelSpec Spec(PropertySet targets, int seed) =>
        new(Representation.Structure, targets, PropertySet.None, PropertySet.None, seed);

    private static ModelScore Score(PropertySet targets, PropertyName target, int seed, double change)
    {
        var error = (1 + 0.05 * (seed - 1)) * (1 + change + (targets.Count == 1 ? 0 : 0.008 * (seed - 2)));
        return new(
            Spec(targets, seed), target, error, 0.7, 2.5, 400, error, 12, 30,
            2, $"joint-{seed}");
    }

    private static double AsFeature(string feature, string target) => (feature, target) switch
    {
        ("volume", "density") => -0.3,
        ("density", "volume") => -0.4,
        ("band-gap", "volume") => 0.2,
        _ => 0.001,
    };

    private static double LearntAlong(PropertySet partners, string target) => (partners.ToString(), target) switch
    {
        ("volume", "density") => -0.25,
        ("density", "volume") => 0.3,
        ("density", "band-gap") => -0.12,
        ("band-gap", "volume") => 1.4,
        ("is-metal", "band-gap") => 0.02,
        _ => 0.001,
    };
}
