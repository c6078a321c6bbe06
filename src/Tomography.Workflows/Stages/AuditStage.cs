using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary><c>-t:Audit</c>: says what the datasets of experiments consist of, before anything is trained.</summary>
public static class AuditStage
{
    /// <summary>Writes the audit of every experiment beside its plan.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="templates">Where templates are taken from.</param>
    /// <param name="now">What the page gives as its time.</param>
    /// <param name="cancellation">Checked between experiments.</param>
    /// <returns>The audits in lines for people, and what is to be warned of.</returns>
    /// <exception cref="DiagnosticException">Something is wrong.</exception>
    public static (ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Warnings) Run(
        WorkflowRequest request, TemplateFolders templates, DateTimeOffset now, CancellationToken cancellation)
    {
        var (plans, warnings) = PlanStage.Run(request, cancellation);
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var plan in plans)
        {
            cancellation.ThrowIfCancellationRequested();
            var audit = new DatasetAudits(request.Store).Of(plan, plan.Variants)
                ?? throw new IOException($"The dataset of '{plan.Experiment}' was in the store a moment ago and is not now.");
            lines.AddRange(AuditReport.Lines(audit, plan.Dataset.Summary, plan.Experiment));
            lines.AddRange(Write(audit, plan, request.OutputOf(plan.Experiment), templates, now).Select(f => $"  {f}"));
        }

        return (lines.ToImmutable(), warnings);
    }

    private static IEnumerable<string> Write(DatasetAudit audit, Plan plan, string output, TemplateFolders templates, DateTimeOffset now)
    {
        var (summary, context) = (plan.Dataset.Summary, new ReportContext(plan.Experiment, [], ProgramVersion.Full, now));
        var files = ReportPage.Of(() => TemplateFiles.Of(templates));
        var page = ReportPage.Of(() => AuditReport.Page(audit, summary, context, files));
        yield return Kept(ReportFiles.AuditPage, page.Html);
        // Those of the report stand in the same folder.
        new FigureFolder(output).Write(page, keepOthers: true);
        yield return Kept(ReportFiles.Audit, AuditReport.Json(audit, summary, plan.Experiment));
        yield return Kept(ReportFiles.Elements, AuditReport.ElementsCsv(audit));

        string Kept(string name, string text)
        {
            var path = Path.Combine(output, name);
            AtomicFile.WriteText(path, text);
            return path;
        }
    }
}
