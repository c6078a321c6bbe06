using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>
/// A study whose targets start from the model of the band gap: one is helped by it where labels are few, one is harmed, one model is
/// missing.
/// </summary>
internal static class SequenceStudy
{
    private static readonly ImmutableArray<Property> s_properties =
    [
        new(new("band-gap"), "eV", PropertyKind.Number, [], [], "Band gap."),
        new(new("density"), "g/cm3", PropertyKind.Number, [], [], "Density."),
        new(new("volume"), "\u00c5\u00b3", PropertyKind.Number, [], [], "Volume of the cell."),
    ];

    public static StudyResults Results { get; } = Make();

    public static AnalysisOptions Options { get; } =
        new AnalysisOptions { Lattice = new() { Resamples = 20, Permutations = 10 } }.WithCrystals(Results);

    public static StudyAnalysis Analysis { get; } = StudyAnalyzer.Analyze(Results, Options);

    public static ReportInput Input { get; } = new(Analysis, Results, ReportStudy.Context with { Experiment = "sequence" });

    private static StudyResults Make()
    {
        var study = StudyMaker.Of(
            "sequence", [Representation.Structure], s_properties, [s_properties[2].Name], s_properties, [], [1, 2, 3], (_, _, _) => 0,
            0.008);
        PropertyName source = s_properties[0].Name, noise = new("noise-task-1");
        return study with
        {
            Sequence = new(
                false, 0.1,
                [
                    .. from target in s_properties[1..]
                       from labels in new int?[] { 50, 100, null }
                       from seed in study.Seeds
                       select new SequenceRun(
                           Representation.Structure, source, target.Name, labels, seed, noise,
                           target.Name.Value == "volume" && labels == 50 && seed > 1
                               ? null : Score(target.Name, labels, source, seed, Change(target.Name.Value, labels)),
                           Score(target.Name, labels, noise, seed, 0.01), Score(target.Name, labels, null, seed, 0))
                       {
                           Models = new(
                               Spec(target.Name, labels, source, seed), Spec(target.Name, labels, null, seed),
                               Spec(target.Name, labels, noise, seed))
                           {
                               Sources = [Spec(source, null, null, seed), Spec(noise, null, null, seed)],
                           },
                       },
                ]),
        };

        // From all labels and initial weights it is the model that the study has anyway.
        ModelScore Score(PropertyName target, int? labels, PropertyName? start, int seed, double change)
        {
            var spec = Spec(target, null, null, seed);
            var alone = study.Scores.First(s => s.Model == spec);
            if (labels is null && start is null) return alone;
            var few = labels switch { 50 => 1.9, 100 => 1.3, _ => 1 };
            return alone with
            {
                Model = spec with { Labels = labels, Start = start },
                TestMae = alone.TestMae * few * (1 + change + (start is null ? 0 : 0.006 * (seed - 2))),
            };
        }
    }

    private static ModelSpec Spec(PropertyName target, int? labels, PropertyName? start, int seed) =>
        new(Representation.Structure, target, PropertySet.None, PropertySet.None, seed) { Labels = labels, Start = start };

    private static double Change(string target, int? labels) => (target, labels) switch
    {
        ("density", 50) => -0.35,
        ("density", 100) => -0.12,
        ("density", _) => 0.001,
        ("volume", 100) => 0.3,
        _ => 0.002,
    };
}
