using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Writes <c>analysis.json</c>: everything the report says, for programs (camelCase, indented, stable order, lines end in LF). docs/reports.md describes its shape.</summary>
public static class AnalysisJson
{
    /// <summary>Version of the shape of the file; it rises with every change that a reader has to know of.</summary>
    public const int FormatVersion = 2;

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
            FormatVersion,
            analysis.Experiment,
            Dataset = Dataset(analysis.Dataset),
            analysis.Representations,
            Targets = analysis.Targets.Select(NameAndUnit),
            Features = analysis.Features.Select(NameAndUnit),
            Controls = analysis.Controls.Names(),
            analysis.Seeds,
            Models = new
            {
                Planned = analysis.PlannedModels,
                Trained = analysis.PlannedModels - analysis.MissingModels.Length,
                Missing = analysis.MissingModels.Select(model => new { model.Representation, Target = model.Target.Value, Feature = model.Feature?.Value, model.Seed }),
            },
            Importance = analysis.Importance.Select(ImportanceJson.Table),
            Significance = new { Pooled = ImportanceJson.Sets(analysis.PooledSets), Paired = ImportanceJson.Sets(analysis.PairedSets) },
            Couplings = analysis.Couplings.Select(ImportanceJson.Coupling),
            Baselines = analysis.Baselines.Select(baseline => new
            {
                baseline.Representation,
                Target = baseline.Target.Name.Value,
                baseline.Target.Unit,
                baseline.Seeds,
                TestMae = baseline.TestMae is { } error ? new { error.Mean, error.Min, error.Max } : null,
            }),
            Entanglement = EntanglementJson.Of(analysis.Entanglement),
            Information = analysis.Information is { } information ? InformationJson.Of(information) : null,
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
}
