namespace Tomography.Workflows;

/// <summary>Renders pages, and tells what is wrong with the user's templates.</summary>
internal static class ReportPage
{
    /// <summary>Renders a page.</summary>
    /// <exception cref="DiagnosticException">A template is missing or not valid.</exception>
    public static string Of(string templates, Func<string> render)
    {
        try
        {
            return render();
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw BadTemplates(templates, e.Message);
        }
    }

    public static DiagnosticException BadTemplates(string templates, string what) =>
        new([
            new(
                DiagnosticSeverity.Error,
                DiagnosticCodes.TemplatesUnusable,
                new(templates),
                "",
                $"{what.TrimEnd('.')}. Name a folder like templates/ of the repository with -p:TomographyTemplates=folder."),
        ]);
}
