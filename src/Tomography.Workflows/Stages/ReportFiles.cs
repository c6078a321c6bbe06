namespace Tomography.Workflows;

/// <summary>Names of what a report consists of.</summary>
internal static class ReportFiles
{
    public const string Page = "report.html", Workbook = "report.xlsx", Results = "results.csv", Analysis = "analysis.json", Lattice = "lattice.graphml";
    public const string Comparison = "variants.csv", Variants = "variants", Inputs = ".report-inputs", Plan = "plan.json", ToDo = "todo.json";

    /// <summary>Where a variant's report goes: the experiment's folder itself where there is no matrix.</summary>
    public static string FolderOf(Plan plan, string output, Variant variant) => plan.Variants.Length == 1 ? output : Path.Combine(output, Variants, variant.Id);

    /// <summary>Full paths of the files of a variant's report.</summary>
    public static IEnumerable<string> OfVariant(Plan plan, string output, Variant variant) =>
        new[] { Page, Workbook, Results, Analysis, Lattice }.Select(file => Path.Combine(FolderOf(plan, output, variant), file));
}
