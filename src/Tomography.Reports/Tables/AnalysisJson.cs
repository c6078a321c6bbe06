using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Writes <c>analysis.json</c>: everything the report says, for programs (camelCase, indented, stable order, lines end in LF).</summary>
public static class AnalysisJson
{
    // The shape of the file is stated here, not taken from the analysis types, so that renaming a member does not change the file.
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = DeclarationOrder.Resolver(),
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes an analysis. What is missing is <c>null</c>; there is no NaN.</summary>
    public static string Write(StudyAnalysis analysis) => JsonSerializer.Serialize(
        new
        {
            FormatVersion = 1,
            analysis.Experiment,
            Dataset = Dataset(analysis.Dataset),
            analysis.Representations,
            Targets = analysis.Targets.Select(NameAndUnit),
            Features = analysis.Features.Select(NameAndUnit),
            analysis.Seeds,
            Models = new
            {
                Planned = analysis.PlannedModels,
                Trained = analysis.PlannedModels - analysis.MissingModels.Length,
                Missing = analysis.MissingModels.Select(model => new { model.Representation, Target = model.Target.Value, Feature = model.Feature?.Value, model.Seed }),
            },
            Importance = analysis.Importance.Select(table => new { table.Representation, Cells = table.Cells.Select(Cell) }),
            Significance = new { Pooled = Sets(analysis.PooledSets), Paired = Sets(analysis.PairedSets) },
            Couplings = analysis.Couplings.Select(Coupling),
            Baselines = analysis.Baselines.Select(baseline => new
            {
                baseline.Representation,
                Target = baseline.Target.Name.Value,
                baseline.Target.Unit,
                baseline.Seeds,
                TestMae = baseline.TestMae is { } error ? new { error.Mean, error.Min, error.Max } : null,
            }),
        },
        Options) + "\n";

    private static object Dataset(DatasetSummary dataset) => new
    {
        dataset.Name,
        dataset.IsSynthetic,
        dataset.Materials,
        dataset.Formulas,
        dataset.UniqueFormulas,
        dataset.UniqueFormulaShare,
        dataset.SetAside,
    };

    private static object NameAndUnit(Property property) => new { Name = property.Name.Value, property.Unit };

    private static object Cell(ImportanceCell cell) => new
    {
        Feature = cell.Feature.Value,
        Target = cell.Target.Value,
        cell.IsSelf,
        cell.IsComplete,
        Seeds = new { Planned = cell.PlannedSeeds, Baseline = cell.BaselineSeeds, Augmented = cell.AugmentedSeeds, Paired = cell.PairedSeeds },
        Pooled = Value(cell.Pooled),
        Paired = Value(cell.Paired),
    };

    private static object Value(ImportanceValue value) => new
    {
        value.Percent?.Change,
        value.Percent?.Upper,
        value.Percent?.Lower,
        Significant = value.Percent?.IsSignificant,
        Harmful = value.Percent?.IsHarmful,
        value.Missing,
    };

    private static object Sets(SignificanceSets sets) => new
    {
        Targets = sets.Targets.Select(row => new
        {
            Target = row.Target.Value,
            Structure = Names(row.Structure),
            Composition = Names(row.Composition),
            CompositionOnly = Names(row.CompositionOnly),
        }),
        FeatureCounts = sets.FeatureCounts?.Select(count => new { Feature = count.Feature.Value, count.Count }),
    };

    private static object Coupling(CouplingSummary summary) => new
    {
        summary.Representation,
        summary.Form,
        summary.Couplings,
        summary.Missing,
        summary.Significant,
        summary.Harmful,
        Strongest = summary.Strongest is { } cell
            ? new { Feature = cell.Feature.Value, Target = cell.Target.Value, cell.In(summary.Form).Percent!.Value.Change }
            : null,
    };

    private static IEnumerable<string>? Names(ImmutableArray<PropertyName>? names) => names?.Select(name => name.Value);
}
