using Tomography.Crystals;

namespace Tomography.Analysis.Tests;

/// <summary>Studies whose errors a test states by hand.</summary>
internal static class SmallStudy
{
    public static readonly Representation S = Representation.Structure;
    public static readonly Representation C = Representation.Composition;

    public static readonly PropertyName Volume = new("volume");
    public static readonly PropertyName Density = new("density");
    public static readonly PropertyName BandGap = new("band-gap");

    public static Property Number(PropertyName name, string unit = "eV") => new(name, unit, PropertyKind.Number, [], [], "");

    /// <summary>Scores of one model, one error per seed; null leaves the seed out.</summary>
    public static IEnumerable<ModelScore> Errors(Representation representation, PropertyName target, PropertyName? feature, int[] seeds, params double?[] errors) =>
        seeds.Zip(errors).Where(pair => pair.Second is not null).Select(pair =>
            new ModelScore(representation, target, feature, pair.First, pair.Second!.Value, 1, 1, 1, 1, "job"));

    public static StudyResults Study(Representation[] representations, PropertyName[] targets, PropertyName[] features, int[] seeds, params IEnumerable<ModelScore>[] scores) =>
        new("small", new("phantom", true, 10, 8, 6, 1), [.. representations], [.. targets.Select(name => Number(name))], [.. features.Select(name => Number(name))],
            [.. seeds], [.. scores.SelectMany(some => some)]);
}
