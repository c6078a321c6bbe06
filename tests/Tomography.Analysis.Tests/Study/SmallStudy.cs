using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>Studies whose errors a test states by hand.</summary>
internal static class SmallStudy
{
    public static readonly Representation S = Representation.Structure;
    public static readonly Representation C = Representation.Composition;

    public static readonly PropertyName Volume = new("volume");
    public static readonly PropertyName Density = new("density");
    public static readonly PropertyName BandGap = new("band-gap");

    /// <summary>How many materials a model stands on where a test does not say.</summary>
    public const int Materials = 10;

    public static Property Number(PropertyName name, string unit = "eV") => new(name, unit, PropertyKind.Number, [], [], "");

    /// <summary>A set of features.</summary>
    public static PropertySet Set(params PropertyName[] names) => new(names);

    /// <summary>A model of one target; without features its baseline.</summary>
    public static ModelSpec Model(
        Representation representation, PropertyName target, PropertySet? features, int seed, PropertySet materials = default) =>
        new(representation, target, features ?? PropertySet.None, materials, seed);

    /// <summary>Scores of one model, one error per seed; null leaves the seed out.</summary>
    public static IEnumerable<ModelScore> Errors(
        Representation representation, PropertyName target, PropertySet? features, int[] seeds, params double?[] errors) =>
        seeds.Zip(errors).Where(pair => pair.Second is not null)
            .Select(pair => Score(Model(representation, target, features, pair.First), pair.Second!.Value));

    /// <summary>The score of a model of one target.</summary>
    public static ModelScore Score(ModelSpec model, double error, int materials = Materials) =>
        new(model, model.Targets[0], error, 0.5, 100, materials, 1, 1, 1, 1, "key");

    /// <summary>A study of every target with every row of features and seed, and the baselines.</summary>
    public static StudyResults Study(
        Representation[] representations,
        PropertyName[] targets,
        PropertySet[] features,
        int[] seeds,
        params IEnumerable<ModelScore>[] scores) =>
        new(
            "small",
            new("phantom", true, 10, 8, 6, 1),
            [.. representations],
            [.. targets.Select(name => Number(name))],
            [.. features],
            [.. features.SelectMany(row => row).Union(targets).Select(name => Number(name))],
            [.. seeds],
            [
                .. from representation in representations
                   from target in targets
                   from row in features.Prepend(PropertySet.None)
                   from seed in seeds
                   select Model(representation, target, row, seed),
            ],
            [.. scores.SelectMany(some => some)]);

    /// <summary>The study with models that it asks for besides.</summary>
    public static StudyResults With(this StudyResults results, params IEnumerable<ModelSpec> models) =>
        results with { Models = [.. results.Models, .. models] };
}
