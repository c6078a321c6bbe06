using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Tomography.Analysis;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>Third stage: results in, report out. Works from whatever results are there, and says what is missing.</summary>
public static class ReportStage
{
    /// <summary>Writes the report of a plan, unless the one that is there was made from the same results.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="output">Full path of the experiment's output folder.</param>
    /// <param name="templates">Full path of the folder of templates.</param>
    /// <param name="now">What the report gives as its time.</param>
    /// <returns>Full path of the page, and what is to be warned of.</returns>
    /// <exception cref="DiagnosticException">The templates are not there or not valid; all but the page is written then.</exception>
    public static (string Page, ImmutableArray<Diagnostic> Warnings) Run(Plan plan, string store, string output, string templates, DateTimeOffset now)
    {
        if (!Directory.Exists(templates)) throw BadTemplates(templates, $"The folder of report templates '{templates}' does not exist.");
        var page = Path.Combine(output, "report.html");
        var results = new ResultStore(store);
        var done = plan.Jobs.Where(j => results.Contains(j.Key)).ToArray();
        var inputs = InputsOf(plan, done, templates);
        var inputsPath = Path.Combine(output, ".report-inputs");
        string[] files = [page, Path.Combine(output, "report.xlsx"), Path.Combine(output, "results.csv"), Path.Combine(output, "analysis.json")];
        if (files.All(File.Exists) && File.Exists(inputsPath) && File.ReadAllText(inputsPath) == inputs) return (page, []);

        var warnings = ImmutableArray.CreateBuilder<Diagnostic>();
        var study = StudyAssembly.Collect(plan, results, message => warnings.Add(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(store), "", message)));
        var analysis = StudyAnalyzer.Analyze(study);
        var context = new ReportContext(plan.Experiment, [.. SettingsTable.Of(plan), .. SettingsTable.Folding(plan, new(store))], ProgramVersion, now);
        AtomicFile.WriteText(files[2], ResultsCsv.Write(study));
        AtomicFile.WriteText(files[3], AnalysisJson.Write(analysis));
        AtomicFile.Write(files[1], stream => ExcelReport.Write(stream, analysis, study, context));
        AtomicFile.WriteText(page, Page(analysis, context, templates));
        if (warnings.Count == 0) AtomicFile.WriteText(inputsPath, inputs);
        return (page, warnings.ToImmutable());
    }

    private static string Page(StudyAnalysis analysis, ReportContext context, string templates)
    {
        try
        {
            return HtmlReport.Write(analysis, context, templates);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw BadTemplates(templates, e.Message);
        }
    }

    private static DiagnosticException BadTemplates(string templates, string what) =>
        new([new(DiagnosticSeverity.Error, DiagnosticCodes.TemplatesUnusable, new(templates), "", $"{what.TrimEnd('.')}. Name a folder like templates/ of the repository with -p:TomographyTemplates=folder.")]);

    private static string ProgramVersion =>
        typeof(ReportStage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>A hash of all that a report is made from: results by key, what was planned, templates, program.</summary>
    private static string InputsOf(Plan plan, IEnumerable<Job> done, string templates)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(typeof(ReportStage).Assembly.ManifestModule.ModuleVersionId.ToString());
        Add(typeof(HtmlReport).Assembly.ManifestModule.ModuleVersionId.ToString());
        Add(typeof(StudyAnalyzer).Assembly.ManifestModule.ModuleVersionId.ToString());
        Add(plan.Experiment);
        Add(plan.Dataset.Key);
        // The report states settings that change no result, so that no key tells of them.
        foreach (var setting in SettingsTable.Of(plan)) Add($"{setting.Name}: {setting.Value}");
        foreach (var job in plan.Jobs) Add(job.Key.Value);
        Add("done");
        foreach (var job in done) Add(job.Key.Value);
        foreach (var file in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Add(Path.GetRelativePath(templates, file));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
    }
}
