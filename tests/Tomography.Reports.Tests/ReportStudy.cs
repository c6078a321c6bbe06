using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>
/// A small study with every case a report must show: significant, harmful, beyond the scale, missing, incomplete, the control.
/// </summary>
internal static class ReportStudy
{
    public static readonly Representation S = Representation.Structure;
    public static readonly Representation C = Representation.Composition;

    private static readonly int[] Seeds = [123, 456];
    private static readonly Property Volume = new(new("volume"), "\u00c5\u00b3", PropertyKind.Number, [], [], "Volume of the cell.");
    private static readonly Property BandGap = new(new("band-gap"), "eV", PropertyKind.Number, [], [], "Band gap.");
    private static readonly Property Sites = new(new("number-of-sites"), "", PropertyKind.Number, [], [], "Sites in the cell.");

    /// <summary>Incomplete: one augmented model lacks a seed, one baseline is missing altogether.</summary>
    public static StudyResults Results { get; } =
        new(
            "small <study>",
            new("phantom & co", true, 200, 160, 130, 3),
            [S, C],
            [Volume, BandGap],
            [BandGap.Name, Sites.Name, Volume.Name],
            [BandGap, Sites, Volume],
            [.. Seeds],
            [.. Models],
            [
                .. Scores(C, Volume, null, 40, 44),
                .. Scores(C, Volume, BandGap, 39, 45),
                .. Scores(C, Volume, Sites, 30, 33),
                .. Scores(C, Volume, Volume, 1, 2),
                .. Scores(C, BandGap, null, null, null),
                .. Scores(C, BandGap, Sites, 0.5, 0.6),
                .. Scores(S, Volume, null, 10, 10.4),
                .. Scores(S, Volume, BandGap, 9.9, 10.2),
                .. Scores(S, Volume, Sites, 10.5, 10.6),
                .. Scores(S, Volume, Volume, 0.5, 0.25),
                .. Scores(S, BandGap, null, 0.4, 0.44),
                .. Scores(S, BandGap, BandGap, 0.04, 0.03),
                .. Scores(S, BandGap, Sites, 0.38, null),
                .. Scores(S, BandGap, Volume, 0.5, 0.52),
            ]);

    public static StudyAnalysis Analysis { get; } = StudyAnalyzer.Analyze(Results);

    public static ReportContext Context { get; } =
        new(
            "small <study>",
            [new("epochs", "30"), new("split", "60/20/20 by seed"), new("note", "<b>bold & \"quoted\"</b>")],
            "0.1.0",
            new DateTimeOffset(2026, 5, 4, 13, 30, 0, TimeSpan.Zero))
        {
            SteerCommand = "dotnet build study.proj -t:Steer \"-p:Experiment=a b.experiment.yaml\" -p:Budget=100",
        };

    public static ReportInput Input { get; } = new(Analysis, Results, Context);

    /// <summary>The models of the structure representation only.</summary>
    public static StudyResults OnlyStructure { get; } = Keeping(model => model.Representation == S) with { Representations = [S] };

    /// <summary>The models of the first seed only.</summary>
    public static StudyResults OnlyOneSeed { get; } = Keeping(model => model.Seed == 123) with { Seeds = [123] };

    /// <summary>The study with some of its models only.</summary>
    public static StudyResults Keeping(Func<ModelSpec, bool> isKept) => Results with
    {
        Models = [.. Results.Models.Where(isKept)],
        Scores = [.. Results.Scores.Where(score => isKept(score.Model))],
    };

    private static IEnumerable<ModelSpec> Models =>
        from representation in new[] { S, C }
        from target in new[] { Volume, BandGap }
        from feature in new[] { null, BandGap, Sites, Volume }
        from seed in Seeds
        select Model(representation, target, feature, seed);

    private static ModelSpec Model(Representation representation, Property target, Property? feature, int seed) =>
        new(representation, target.Name, feature?.Name ?? PropertySet.None, PropertySet.None, seed);

    // The composition baseline of volume is no better than the constant; the constants of the two seeds differ.
    private static IEnumerable<ModelScore> Scores(
        Representation representation,
        Property target,
        Property? feature,
        params double?[] errors
    ) =>
        Seeds
            .Zip(errors)
            .Where(pair => pair.Second is not null)
            .Select(pair => new ModelScore(
                Model(representation, target, feature, pair.First),
                target.Name,
                pair.Second!.Value,
                representation == C && target == Volume && pair.First == 456 ? null : 0.25,
                (target == Volume ? 41 : 0.9) + (pair.First == 456 ? 0.5 : 0),
                200,
                pair.Second.Value * 1.1,
                12,
                30,
                1.5,
                $"key-{pair.First}"));
}
