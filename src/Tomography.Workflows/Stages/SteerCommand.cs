using System.Text.RegularExpressions;

namespace Tomography.Workflows;

/// <summary>The command that a report shows for its next step.</summary>
internal static partial class SteerCommand
{
    /// <summary>Steers an experiment with the default budget, given in the folder of the project.</summary>
    /// <param name="project">Full path of the project; empty where it is not known.</param>
    /// <param name="plan">The plan of the experiment.</param>
    /// <returns>Empty where there is no such command: an experiment with a matrix is not steered, and some paths cannot be given.</returns>
    public static string Of(string project, Plan plan)
    {
        // A path with a semicolon cannot be given: it stands between several.
        if (project.Length == 0 || plan.Variants.Length > 1 || plan.File.Contains(';')) return "";
        var experiment = Path.GetRelativePath(Path.GetDirectoryName(project)!, plan.File);
        // MSBuild takes a percent sign for the start of an escape.
        return $"dotnet build {Quoted(Path.GetFileName(project))} -t:Steer "
            + $"{Quoted($"-p:Experiment={experiment.Replace("%", "%25", StringComparison.Ordinal)}")} -p:Budget={SteerStage.DefaultBudget}";
    }

    /// <summary>As shells take it: those of Windows know double quotes only, those of Unix expand some characters between them.</summary>
    private static string Quoted(string word) =>
        Plain().IsMatch(word) ? word
        : word.AsSpan().IndexOfAny("$`\\\"!") < 0 ? $"\"{word}\""
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[\p{L}\p{N}:=%./_-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
