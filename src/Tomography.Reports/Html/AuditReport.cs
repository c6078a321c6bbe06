using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Writes the audit of a dataset by itself: as a page, as JSON, as a table of its elements, and in a few lines.</summary>
public static class AuditReport
{
    /// <summary>The page: what the report says of the dataset, and nothing else.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="dataset">The dataset in numbers.</param>
    /// <param name="context">What to say beside it.</param>
    /// <param name="files">The templates.</param>
    /// <exception cref="TemplateException">A template is missing, is not valid, or shows a value that does not exist.</exception>
    public static HtmlPage Page(DatasetAudit audit, DatasetSummary dataset, ReportContext context, TemplateFiles files)
    {
        var figures = new List<ReportFigure>();
        return HtmlPage.Of(Templates.Open(files, "audit").Page(View(audit, dataset, context), figures), figures);
    }

    /// <summary>What the template of the page can show.</summary>
    internal static object View(DatasetAudit audit, DatasetSummary dataset, ReportContext context) => new
    {
        experiment = context.Experiment,
        dataset = dataset.Name,
        isSynthetic = dataset.IsSynthetic,
        materials = NumberText.Count(dataset.Materials),
        formulas = NumberText.Count(dataset.Formulas),
        audit = AuditView.Of(audit),
        version = context.ProgramVersion,
        generatedAt = PageView.Time(context.GeneratedAt),
    };

    /// <summary>The same as <c>audit.json</c>, in the shape of the member <c>audit</c> of <c>analysis.json</c>.</summary>
    public static string Json(DatasetAudit audit, DatasetSummary dataset, string experiment) => AnalysisJson.WriteMembers(
    [
        new("experiment", experiment), new("dataset", StudyJson.Dataset(dataset)), new("audit", AuditJson.Of(audit)),
    ]);

    /// <summary>How many materials hold each element, as comma-separated values by atomic number.</summary>
    public static string ElementsCsv(DatasetAudit audit)
    {
        var text = new StringBuilder("element,name,atomic_number,materials\n");
        foreach (var (number, materials) in audit.Elements)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{ElementTable.SymbolOf(number)},{ElementTable.ByNumber(number)?.Name},{number},{materials}\n");
        return text.ToString();
    }

    /// <summary>The audit in a few lines for a terminal.</summary>
    public static ImmutableArray<string> Lines(DatasetAudit audit, DatasetSummary dataset, string experiment) =>
        AuditLines.Of(audit, dataset, experiment);
}
