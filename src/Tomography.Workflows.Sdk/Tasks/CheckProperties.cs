using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>
/// Warns of properties that were most likely meant for the workflow and do nothing: those of the command line, and those of the project
/// and the <c>Directory.Build.props</c> that it takes. Environment variables, which MSBuild takes for properties too, are not looked at.
/// </summary>
public sealed class CheckProperties : WorkflowTask
{
    /// <summary>The files that set properties for this build: the project, and others where there are any.</summary>
    public ITaskItem[] Files { get; set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var global = BuildEngine6.GetGlobalProperties();
        var limits = global.FirstOrDefault(p => WorkflowProperties.Limits.Equals(p.Key, StringComparison.OrdinalIgnoreCase)).Value ?? "";
        foreach (var (name, value) in global) Tell(PropertyCheck.Problem(name, value, limits), SourceLocation.CommandLine);
        foreach (var (name, value, location) in Files.SelectMany(file => PropertyFile.Read(file.ItemSpec)))
            Tell(PropertyCheck.Problem(name, value, limits: ""), location);
    }

    private void Tell(string? problem, SourceLocation location)
    {
        if (problem is not null) Report([new(DiagnosticSeverity.Warning, DiagnosticCodes.UnknownProperty, location, "", problem)]);
    }
}
