using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Writes the report as one HTML page that needs nothing beside it: no network, no script, no other file.</summary>
/// <remarks>The page is laid out by Handlebars templates: <c>report.hbs</c> and every <c>partials/*.hbs</c> beside it. Values are escaped, so names
/// may contain markup; only the figures are inserted as they are. docs/reports.md lists the values that templates can show.</remarks>
public static class HtmlReport
{
    /// <summary>Writes the page. The same inputs give the same text; lines end in LF.</summary>
    /// <param name="analysis">What to report.</param>
    /// <param name="context">What to say beside it.</param>
    /// <param name="templatesFolder">Folder with <c>report.hbs</c>.</param>
    /// <exception cref="FileNotFoundException">The folder has no <c>report.hbs</c>.</exception>
    /// <exception cref="InvalidDataException">A template is not valid, or shows a value that does not exist.</exception>
    public static string Write(StudyAnalysis analysis, ReportContext context, string templatesFolder)
    {
        var report = Path.Combine(templatesFolder, "report.hbs");
        if (!File.Exists(report))
            throw new FileNotFoundException($"The report template '{report}' does not exist; expected a folder with report.hbs and partials/*.hbs, like templates/ of the repository.", report);

        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            FormatProvider = CultureInfo.InvariantCulture,
            TextEncoder = new HtmlTextEncoder(),
            // A misspelt name in a template is an error, not a gap in the report.
            ThrowOnUnresolvedBindingExpression = true,
        });
        var partials = Path.Combine(templatesFolder, "partials");
        var current = report;
        try
        {
            if (Directory.Exists(partials))
            {
                foreach (var partial in Directory.EnumerateFiles(partials, "*.hbs").Order(StringComparer.Ordinal))
                {
                    current = partial;
                    handlebars.RegisterTemplate(Path.GetFileNameWithoutExtension(partial), File.ReadAllText(partial));
                }
            }

            current = report;
            return handlebars.Compile(File.ReadAllText(report))(ReportView.Of(analysis, context)).ReplaceLineEndings("\n");
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new InvalidDataException($"The report template '{current}' (or a partial that it uses) cannot be rendered: {Innermost(exception).Message}", exception);
        }
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
