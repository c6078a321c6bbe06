using System.Text.RegularExpressions;

namespace Tomography.Workflows;

/// <summary>Commands that reports and the console show for the next step, to be given in the folder where the build was started.</summary>
internal static partial class BuildCommand
{
    /// <summary>Steers an experiment with the default budget.</summary>
    /// <param name="origin">How the build was started; null where it is not known.</param>
    /// <param name="plan">The plan of the experiment.</param>
    /// <returns>Empty where there is no such command: an experiment with a matrix is not steered, and some paths cannot be given.</returns>
    public static string Steer(BuildOrigin? origin, Plan plan) =>
        plan.Variants.Length > 1 ? "" : Of(origin, plan.File, "-t:Steer", $"-p:Budget={SteerStage.DefaultBudget}");

    /// <summary>Builds an experiment.</summary>
    /// <param name="origin">How the build was started; null where it is not known.</param>
    /// <param name="experiment">Full path of the experiment file.</param>
    /// <param name="words">What is given besides.</param>
    /// <returns>Empty where the project is not known, or the path cannot be given.</returns>
    public static string Of(BuildOrigin? origin, string experiment, params ReadOnlySpan<string> words)
    {
        // The path of an experiment with a semicolon cannot be given: it stands between several.
        if (origin is null || experiment.Contains(';')) return "";
        var text = $"dotnet build {Quoted(Shown(origin, origin.Project))}";
        foreach (var word in words) text += $" {word}";
        text += Property("Experiment", Shown(origin, experiment));
        foreach (var (name, path) in origin.Paths) text += Property(name, Shown(origin, path));
        foreach (var (name, value) in origin.Values) text += Property(name, value);
        return text;
    }

    // MSBuild takes a percent sign for the start of an escape, and a semicolon for the end of the property.
    private static string Property(string name, string value) =>
        " " + Quoted($"-p:{name}={value.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal)}");

    /// <summary>A path from where the build was started if it lies below, else the full path; with slashes for all shells.</summary>
    private static string Shown(BuildOrigin origin, string path)
    {
        var relative = Path.GetRelativePath(origin.StartFolder, path);
        var isBelow = !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
        return (isBelow ? relative : path).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>As shells take it: those of Windows know double quotes only, those of Unix expand some characters between them.</summary>
    private static string Quoted(string word) =>
        Plain().IsMatch(word) ? word
        : word.AsSpan().IndexOfAny("$`\\\"!") < 0 ? $"\"{word}\""
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[\p{L}\p{N}:=%./_-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
