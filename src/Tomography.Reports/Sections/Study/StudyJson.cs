using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>What was studied, in <c>analysis.json</c>.</summary>
internal static class StudyJson
{
    public static IEnumerable<JsonMember> Of(StudyAnalysis analysis) =>
    [
        new("experiment", analysis.Experiment),
        new("dataset", Dataset(analysis.Dataset)),
        new("representations", analysis.Representations.Select(r => r.Name)),
        new("targets", analysis.Targets.Select(NameAndUnit)),
        new("features", analysis.Features.Select(features => features.Names())),
        new("properties", analysis.Properties.Select(NameAndUnit)),
        new("controls", analysis.Controls.Names()),
        new("seeds", analysis.Seeds),
        new("models", Models(analysis)),
    ];

    /// <summary>The dataset in numbers.</summary>
    internal static object Dataset(DatasetSummary dataset) => new
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

    private static object Models(StudyAnalysis analysis) => new
    {
        Planned = analysis.PlannedModels,
        Trained = analysis.PlannedModels - analysis.MissingModels.Length,
        Missing = analysis.MissingModels.Select(model => new
        {
            Representation = model.Representation.Name,
            Targets = model.Targets.Names(),
            Features = model.Features.Names(),
            MaterialsWith = model.Materials.Names(),
            model.Seed,
        }),
    };
}
