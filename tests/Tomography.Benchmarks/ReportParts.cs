using System.Diagnostics;
using Tomography.Analysis;
using Tomography.Reports;
using Tomography.Testing;
using Tomography.Workflows;

namespace Tomography.Benchmarks;

/// <summary>What a report spends its time on: reading results, analysis, workbook, page.</summary>
/// <param name="request">The study, planned and with results.</param>
internal sealed class ReportParts(WorkflowRequest request)
{
    private const int Repeats = 3;

    /// <summary>Prints processor time of the parts, the least of three, so that other work counts little.</summary>
    public void Print()
    {
        var plan = PlanStage.Run(request, CancellationToken.None).Plans[0];
        var templates = TemplateFiles.Of(new(Repository.PathOf("templates")));
        var store = new ResultStore(request.Store);
        var (reading, study) = Least(() => StudyAssembly.Collect(plan, plan.Variants[0], store, _ => { }));
        var (analysing, analysis) = Least(() => ReportStage.Analyze(
            plan, plan.Variants[0], study, request.Store, _ => { }, Repertoire.Default));
        var input = new ReportInput(analysis, study, new(plan.Experiment, [], "benchmark", DateTimeOffset.UnixEpoch));
        var (workbook, _) = Least(() =>
        {
            using var stream = new MemoryStream();
            ExcelReport.Write(stream, input, Repertoire.Default.Sections);
            return stream.Length;
        });
        var (page, html) = Least(() => HtmlReport.Make(input, templates, Repertoire.Default.Sections));
        Console.WriteLine(
            $"  {plan.Jobs.Length,6:N0} results   reading {reading,6:N2} s   analysis {analysing,6:N2} s   workbook {workbook,6:N2} s   "
                + $"page {page,6:N2} s, {page / reading:N2} of reading, {html.Html.Length / 1e6:N2} MB");
    }

    private static (double Seconds, T Result) Least<T>(Func<T> run)
    {
        var (least, result) = (double.MaxValue, default(T)!);
        using var process = Process.GetCurrentProcess();
        for (var i = 0; i < Repeats; i++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            result = run();
            process.Refresh();
            least = Math.Min(least, (process.TotalProcessorTime - before).TotalSeconds);
        }

        return (least, result);
    }
}
