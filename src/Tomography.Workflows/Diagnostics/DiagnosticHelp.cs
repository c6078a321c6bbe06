namespace Tomography.Workflows;

/// <summary>Where the pages are that explain diagnostics.</summary>
public static class DiagnosticHelp
{
    /// <summary>The page of a code relative to the repository, like <c>docs/diagnostics/TOMO1003.md</c>.</summary>
    public static string PageOf(string code) => $"docs/diagnostics/{code}.md";

    /// <summary>The full path of a code's page where it is there; null where the documents are not, as beside an installed package.</summary>
    /// <param name="code">The code.</param>
    /// <param name="docsFolder">The folder <c>docs</c> of the repository.</param>
    public static string? PageOf(string code, string docsFolder)
    {
        var path = Path.GetFullPath(Path.Combine(docsFolder, "diagnostics", $"{code}.md"));
        return File.Exists(path) ? path : null;
    }
}
