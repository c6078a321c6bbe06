using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>
/// A study with sets of features and with properties that some materials lack: 400 materials, of which 380 have a band gap, 212 a bulk
/// modulus and 200 both. One baseline has learnt nothing, and one model has no result.
/// </summary>
internal static class GapsStudy
{
    private static readonly Property Volume = new(new("volume"), "\u00c5\u00b3", PropertyKind.Number, [], [], "Volume of the cell.");
    private static readonly Property BandGap = new(new("band-gap"), "eV", PropertyKind.Number, [], [], "Band gap.");
    private static readonly Property Density = new(new("density"), "g/cm3", PropertyKind.Number, [], [], "Density.");
    private static readonly Property Bulk = new(new("bulk-modulus"), "GPa", PropertyKind.Number, [], [], "Bulk modulus.");
    private static readonly ImmutableArray<int> Seeds = [1, 2];

    /// <summary>The rows: two features, both together, and a set with a target in it.</summary>
    public static ImmutableArray<PropertySet> Rows { get; } =
    [
        Density.Name, Bulk.Name, new([Density.Name, Bulk.Name]), new([Volume.Name, Density.Name]),
    ];

    public static StudyResults Results { get; } = Make();

    public static StudyAnalysis Analysis { get; } = StudyAnalyzer.Analyze(Results, new()
    {
        Columns = [.. Results.Properties.Select((property, place) => new PropertyColumn(property, Values(property, place)))],
        Lattice = new() { Resamples = 10, Permutations = 10 },
    });

    public static ReportInput Input { get; } = new(Analysis, Results, ReportStudy.Context with { Experiment = "gaps" });

    private static StudyResults Make()
    {
        Representation[] representations = [Representation.Structure, Representation.Composition];
        var augmented =
            from representation in representations
            from target in new[] { Volume, BandGap }
            from row in Rows
            from seed in Seeds
            select new ModelSpec(representation, target.Name, row, With(row.Union(target.Name)), seed);
        var baselines =
            from representation in representations
            from target in new[] { Volume, BandGap }
            from seed in Seeds
            select new ModelSpec(representation, target.Name, PropertySet.None, With(target.Name), seed);
        ImmutableArray<ModelSpec> models = [.. baselines.Concat(augmented.Select(model => model.Baseline)).Distinct(), .. augmented];
        return new(
            "gaps",
            new("phantom & co", true, 400, 300, 240, 3),
            [.. representations],
            [Volume, BandGap],
            Rows,
            [Volume, BandGap, Density, Bulk],
            Seeds,
            models,
            [.. models.Select(Score).Where(score => score.Model != models[^1])]);
    }

    private static PropertySet With(PropertySet properties) =>
        new(properties.Where(name => name == BandGap.Name || name == Bulk.Name));

    // Materials with a bulk modulus are easy ones. Composition learns nothing of the band gap of all materials.
    private static ModelScore Score(ModelSpec model)
    {
        var (bulk, gap) = (model.Materials.Contains(Bulk.Name), model.Materials.Contains(BandGap.Name));
        var baseline = (bulk ? 1 : 2) * (1 + 0.01 * model.Seed);
        var effect = model.IsBaseline ? 0 : model.Features.Contains(model.Targets[0]) ? -0.9 : model.Features.Count == 1 ? 0.1 : -0.2;
        var isLost = gap && !bulk && model.Representation == Representation.Composition;
        return new(
            model,
            model.Targets[0],
            baseline * (1 + effect),
            isLost ? -0.004 : 0.6,
            isLost ? 2.0 : 4.0,
            (bulk, gap) switch { (true, true) => 200, (true, false) => 212, (false, true) => 380, _ => 400 },
            baseline,
            12,
            30,
            1.5,
            $"key-{model.Seed}");
    }

    // The first 12 materials with a bulk modulus have no band gap, and so do 8 of the others.
    private static ImmutableArray<double> Values(Property property, int place) =>
    [
        .. Enumerable.Range(0, 400).Select(material =>
            (property == Bulk && material >= 212) || (property == BandGap && material is < 12 or >= 392)
                ? double.NaN
                : (material + 1) * (0.618 + 0.1 * place) % 1),
    ];
}
