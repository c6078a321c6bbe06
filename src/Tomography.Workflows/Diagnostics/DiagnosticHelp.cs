namespace Tomography.Workflows;

/// <summary>Where the pages are that explain diagnostics.</summary>
public static class DiagnosticHelp
{
    /// <summary>The page of a code relative to the repository, like <c>docs/diagnostics/TOMO1003.md</c>.</summary>
    public static string PageOf(string code) => $"docs/diagnostics/{code}.md";

    /// <summary>The full path of a code's page; null where the documents are not there.</summary>
    /// <param name="code">The code.</param>
    /// <param name="docsFolder">The folder <c>docs</c> of the repository or of the package.</param>
    public static string? PageOf(string code, string docsFolder)
    {
        var path = Path.GetFullPath(Path.Combine(docsFolder, "diagnostics", $"{code}.md"));
        return File.Exists(path) ? path : null;
    }

    /// <summary>How a message names the page of a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="docsName">
    /// What users of a checkout call the folder, <c>docs/</c>; empty for its full path, since a package lies out of sight.
    /// </param>
    /// <param name="page">Full path of the page.</param>
    public static string NameOf(string code, string docsName, string page) =>
        docsName.Length == 0 ? page : $"{docsName}diagnostics/{code}.md";
}
