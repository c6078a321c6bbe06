using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;

namespace Tomography.Reports.Tests;

/// <summary>The smallest study in which every section has something to show: real, harmful and undecided edges between two properties, two
/// representations, latent vectors, information; one model has no result.</summary>
internal static class SmallStudy
{
    private const int Materials = 60;

    private static readonly Property Volume = new(new("volume"), "\u00c5\u00b3", PropertyKind.Number, [], [], "Volume of the cell.");
    private static readonly Property Density = new(new("density"), "g/cm3", PropertyKind.Number, [], [], "Density.");

    public static ReportInput Input { get; } = Make();

    private static ReportInput Make()
    {
        var complete = StudyMaker.Of(
            "small",
            [Representation.Structure, Representation.Composition],
            [Volume, Density],
            [Volume.Name, Density.Name],
            [Volume, Density],
            [],
            [1, 2, 3],
            (representation, _, target) =>
                representation == Representation.Composition ? -0.3 : target == "volume" ? 0.1 : -0.005,
            0.01);
        var results = complete with { Scores = complete.Scores.RemoveAt(complete.Scores.Length - 1) };
        var analysis = StudyAnalyzer.Analyze(results, new()
        {
            Columns = [Column(Volume, place => 20 + place), Column(Density, place => 400.0 / (20 + place))],
            Formulas = [.. Enumerable.Range(0, Materials).Select(place => $"F{place / 3}")],
            TestErrors = (model, target) => Errors(results, model, target),
            Latents = [new(Representation.Structure, 1, [new(Volume.Name, new(3, 1, [1, 2, 3])), new(Density.Name, new(3, 1, [1, 2, 5]))])],
            Lattice = new() { Resamples = 10, Permutations = 10 },
        });
        return new(analysis, results, ReportStudy.Context with { Experiment = "small", Settings = [new("epochs", "30")] })
        {
            Truth =
            [
                new(Representation.Structure, Density.Name, Volume.Name, TruthKind.None, 0),
                new(Representation.Composition, Density.Name, Volume.Name, TruthKind.Tells, 0.62),
                new(Representation.Composition, Volume.Name, Density.Name, TruthKind.Learnable, 0.01),
            ],
        };
    }

    // The same for every crystal: beyond the ceiling in structure, above it in composition; with a feature as much more as the mean is.
    private static TestErrors? Errors(StudyResults results, ModelSpec model, PropertyName target)
    {
        if (Find(model) is not { } score || Find(model.Baseline) is not { } baseline) return null;
        var error = (model.Representation == Representation.Structure ? 0.3 : 1.8) * score.TestMae / baseline.TestMae;
        return new([.. Enumerable.Range(0, Materials)], [.. Enumerable.Repeat(error, Materials)], 3 * Materials);

        ModelScore? Find(ModelSpec one) => results.Scores.FirstOrDefault(score => score.Model == one && score.Target == target);
    }

    private static PropertyColumn Column(Property property, Func<int, double> value) =>
        new(property, [.. Enumerable.Range(0, Materials).Select(value)]);
}
