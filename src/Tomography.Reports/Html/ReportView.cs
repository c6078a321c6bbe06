using System.Globalization;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>What the templates can show: texts that are ready to print, so that templates only lay out.</summary>
internal static class ReportView
{
    // Share of materials with a unique formula in the dataset of [T].
    private const double UniqueFormulaShareOfPaper = 0.5908;

    public static object Of(StudyAnalysis analysis, ReportContext context)
    {
        // Numbers are given in the order of the page.
        var captions = new CaptionNumbers();
        return new
        {
            experiment = context.Experiment,
            dataset = Dataset(analysis.Dataset),
            study = Study(analysis),
            headline = HeadlineView.Of(analysis),
            incomplete = MissingView.Of(analysis),
            figures = Forms.Select(form => FigureView.Of(analysis, form, captions.Figures(analysis.Importance.Length))).ToArray(),
            tables = Forms.Select(form => SignificanceView.Of(analysis.Sets(form), analysis.Representations, captions.Table())).ToArray(),
            lattice = LatticeView.Of(analysis, captions),
            steering = SteeringView.Of(analysis, context, captions),
            checklist = ChecklistView.Of(analysis.Entanglement.Checklist, captions),
            information = InformationView.Of(analysis, captions),
            baselines = BaselineView.Of(analysis, captions.Table()),
            settings = context.Settings.Select(setting => new { name = setting.Name, value = setting.Value }),
            version = context.ProgramVersion,
            generatedAt = context.GeneratedAt.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture).Replace("UTC+00:00", "UTC"),
        };
    }

    private static ImportanceForm[] Forms => [ImportanceForm.Pooled, ImportanceForm.Paired];

    private static object Dataset(DatasetSummary dataset) => new
    {
        name = dataset.Name,
        isSynthetic = dataset.IsSynthetic,
        materials = NumberText.Count(dataset.Materials),
        formulas = NumberText.Count(dataset.Formulas),
        uniqueFormulas = NumberText.Count(dataset.UniqueFormulas),
        uniqueShare = NumberText.Share(dataset.UniqueFormulaShare),
        uniqueShareOfPaper = NumberText.Share(UniqueFormulaShareOfPaper),
        setAside = NumberText.Count(dataset.SetAside),
    };

    private static object Study(StudyAnalysis analysis) => new
    {
        representations = string.Join(" and ", analysis.Representations.Select(RepresentationText.Word)),
        targets = NumberText.Count(analysis.Targets.Length),
        features = NumberText.Count(analysis.Features.Length),
        seedCount = NumberText.Count(analysis.Seeds.Length),
        isOneSeed = analysis.Seeds.Length == 1,
        seeds = string.Join(", ", analysis.Seeds),
        modelsPlanned = NumberText.Count(analysis.PlannedModels),
        modelsTrained = NumberText.Count(analysis.PlannedModels - analysis.MissingModels.Length),
        properties = analysis.Features.Union(analysis.Targets, EqualityComparer<Property>.Create((a, b) => a?.Name == b?.Name, property => property.Name.GetHashCode()))
            .Select(property => new
            {
                name = property.Name.Value,
                unit = property.Unit,
                description = property.Description,
                values = property.Kind == PropertyKind.Number ? "numbers" : $"{NumberText.Count(property.Classes.Length)} classes",
                isTarget = analysis.Targets.Any(target => target.Name == property.Name),
                isFeature = analysis.Features.Any(feature => feature.Name == property.Name),
            }),
    };
}
