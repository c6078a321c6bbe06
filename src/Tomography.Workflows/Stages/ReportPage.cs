using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>Renders pages, and tells what is wrong with the user's templates.</summary>
internal static class ReportPage
{
    /// <summary>Opens templates, or renders a page with them.</summary>
    /// <exception cref="DiagnosticException">A template is missing or not valid.</exception>
    public static T Of<T>(Func<T> render)
    {
        try
        {
            return render();
        }
        catch (TemplateException e)
        {
            throw new DiagnosticException([new(
                DiagnosticSeverity.Error, DiagnosticCodes.TemplatesUnusable, new(e.File, e.Line, e.Column), "", e.Message)]);
        }
    }
}
