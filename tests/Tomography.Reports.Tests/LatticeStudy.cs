using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>
/// A study with all that the lattice part of a report can show: edges that inform, harm and are not trusted, controls, an earlier run,
/// latent vectors, information, names that look like markup.
/// </summary>
internal static class LatticeStudy
{
    public static readonly Representation S = Representation.Structure;
    public static readonly Representation C = Representation.Composition;

    private const int Materials = 400;

    private static readonly Property Volume = new(
        new("volume"),
        "<\u00c5\u00b3 & \"more\">",
        PropertyKind.Number,
        [],
        [],
        "Volume of the cell.");
    private static readonly Property Density = new(new("density"), "g/cm3", PropertyKind.Number, [], [], "Density.");
    private static readonly Property BandGap = new(new("band-gap"), "eV", PropertyKind.Number, [], [], "Band gap.");
    private static readonly Property Energy = new(new("energy-per-atom"), "eV", PropertyKind.Number, [], [], "Energy.");
    private static readonly Property Crystal = new(
        new("spacegroup-crystal-system"),
        "",
        PropertyKind.Classes,
        ["cubic", "other"],
        [],
        "Crystal system.");
    private static readonly Property Noise = new(new("noise"), "", PropertyKind.Number, [], [], "Control: noise.");
    private static readonly Property Shuffled = new(new("shuffled"), "", PropertyKind.Number, [], [], "Control: shuffled.");

    public static StudyResults Results { get; } = Make(1);

    public static StudyAnalysis Analysis { get; } = StudyAnalyzer.Analyze(Results, Options with { Columns = Columns() });

    /// <summary>The options of the analysis, but for the values of the properties.</summary>
    public static AnalysisOptions Options => new AnalysisOptions
    {
        // The run before had weights of four fifths.
        EarlierRuns = [[.. Analysed(Make(0.8)).Select(analysis => analysis.Lattice)]],
        Latents = [Latents(1), Latents(2)],
        Lattice = new() { Resamples = 50, Permutations = 50 },
    }.WithCrystals(Results);

    public static ReportContext Context { get; } = ReportStudy.Context with { Experiment = "lattice <\"study\"> & more" };

    public static ReportInput Input { get; } = new(Analysis, Results, Context);

    private static ImmutableArray<LatticeAnalysis> Analysed(StudyResults results) =>
        StudyAnalyzer.Analyze(results, new AnalysisOptions().WithCrystals(results)).Entanglement.Representations;

    private static StudyResults Make(double scale) => StudyMaker.Of(
        "lattice <\"study\"> & more",
        [S, C],
        [Volume, Density, BandGap, Energy],
        [Volume.Name, Density.Name, BandGap.Name, Energy.Name, Crystal.Name, Noise.Name, Shuffled.Name],
        [Volume, Density, BandGap, Energy, Crystal, Noise, Shuffled],
        [Noise.Name, Shuffled.Name],
        [1, 2, 3],
        (representation, feature, target) => scale * Effect(representation, feature, target),
        0.008);

    private static double Effect(Representation representation, string feature, string target) => (feature, target) switch
    {
        ("volume", "density") => -0.3,
        ("density", "volume") => -0.4,
        ("energy-per-atom", "band-gap") => -0.25,
        ("band-gap", "energy-per-atom") => -0.12,
        ("spacegroup-crystal-system", "band-gap") => representation == C ? -0.2 : -0.05,
        ("spacegroup-crystal-system", "volume") => representation == C ? -0.15 : 0.002,
        ("band-gap", "density") => 0.15,
        ("energy-per-atom", "volume") => -0.02,
        ("noise", "volume") => -0.03,
        ("shuffled", "energy-per-atom") => -0.05,
        _ => 0.001,
    };

    // Each property by a rule of its own from three even sequences; density is determined by volume.
    private static ImmutableArray<PropertyColumn> Columns()
    {
        double Even(int place, double step) => place * step % 1;
        var places = Enumerable.Range(1, Materials).ToArray();
        double VolumeOf(int place) => 20 + 80 * Even(place, 0.618033988749895);
        double EnergyOf(int place) => -6 + 4 * Even(place, 0.414213562373095);
        return
        [
            new(Volume, [.. places.Select(VolumeOf)]),
            new(Density, [.. places.Select(place => 400 / VolumeOf(place))]),
            new(Energy, [.. places.Select(EnergyOf)]),
            new(BandGap, [.. places.Select(place => 6 + EnergyOf(place) + Even(place, 0.732050807568877))]),
            new(Crystal, [.. places.Select(place => VolumeOf(place) + 10 * EnergyOf(place) > 20 ? 1.0 : 0.0)]),
        ];
    }

    private static LatentSet Latents(int seed) => new(S, seed,
    [
        new(Volume.Name, new(4, 1, [1.0, 2, 3, 4])),
        new(Density.Name, new(4, 1, [1.0, 2, 3, 4.0 + seed])),
        new(BandGap.Name, new(4, 1, [1.0, 3, 2, 0])),
        new(Energy.Name, new(4, 1, [2.0, 3, 1, 0])),
    ]);
}
