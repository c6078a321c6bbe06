using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>The dataset in numbers, and its properties.</summary>
internal static class DatasetView
{
    // Share of materials with a unique formula in the dataset of [T].
    private const double UniqueFormulaShareOfPaper = 0.5908;

    public static object Of(StudyAnalysis analysis, DatasetAudit? audit) => new
    {
        name = analysis.Dataset.Name,
        isSynthetic = analysis.Dataset.IsSynthetic,
        materials = NumberText.Count(analysis.Dataset.Materials),
        formulas = NumberText.Count(analysis.Dataset.Formulas),
        uniqueFormulas = NumberText.Count(analysis.Dataset.UniqueFormulas),
        uniqueShare = NumberText.Share(analysis.Dataset.UniqueFormulaShare),
        uniqueShareOfPaper = NumberText.Share(UniqueFormulaShareOfPaper),
        setAside = NumberText.Count(analysis.Dataset.SetAside),
        audit = AuditView.Of(audit),
        properties = analysis.Features.SelectMany(features => features).Union(analysis.Targets.Select(target => target.Name))
            .Select(name => Row(analysis, analysis.Property(name))).ToArray(),
    };

    private static object Row(StudyAnalysis analysis, Property property) => new
    {
        name = property.Name.Value,
        unit = property.Unit,
        description = property.Description,
        values = property.Kind switch
        {
            PropertyKind.Number => "numbers",
            PropertyKind.Classes => $"{NumberText.Count(property.Classes.Length)} classes",
            _ => $"vectors of {NumberText.Count(property.Classes.Length)}",
        },
        isTarget = analysis.Targets.Any(target => target.Name == property.Name),
        isFeature = analysis.Features.Any(features => features.Contains(property.Name)),
    };
}
