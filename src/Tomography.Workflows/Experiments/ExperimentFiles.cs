using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Which experiment files a build is about.</summary>
public static class ExperimentFiles
{
    /// <summary>How the files beside a project are known.</summary>
    public const string Pattern = "*.experiment.yaml";

    /// <summary>
    /// What <c>-t:Steer</c> writes unless told otherwise. It continues another experiment, so it runs only where it is named.
    /// </summary>
    public const string Next = "next.experiment.yaml";

    /// <summary>The files named; else those of the project; else all beside the project, in the order of their names.</summary>
    /// <param name="named">Paths, separated by semicolons, relative to <paramref name="startFolder"/>.</param>
    /// <param name="startFolder">Full path of the folder where the command was given.</param>
    /// <param name="defaults">The same, as the project names them, relative to its folder.</param>
    /// <param name="projectFolder">Full path of the project's folder.</param>
    /// <returns>Full paths, at least one; whether there are such files is not looked at where they are named.</returns>
    /// <exception cref="DiagnosticException">None is named, and there is none beside the project.</exception>
    public static ImmutableArray<string> Choose(string named, string startFolder, string defaults, string projectFolder)
    {
        if (Split(named, startFolder) is { IsEmpty: false } files) return files;
        if (Split(defaults, projectFolder) is { IsEmpty: false } own) return own;
        var beside = In(projectFolder).Where(f => f != Next).Select(f => Path.Combine(projectFolder, f)).ToImmutableArray();
        return beside.IsEmpty
            ? throw new DiagnosticException([
                new(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.ExperimentNotFound,
                    new(projectFolder),
                    "",
                    $"There is no experiment file ({Pattern}) beside the project in '{projectFolder}'. Write one there, or name one with "
                        + $"-p:Experiment=file."),
            ])
            : beside;
    }

    /// <summary>What steering wrote beside some experiments and is none of them, each once.</summary>
    /// <param name="experiments">Full paths of the experiments.</param>
    public static IEnumerable<string> Continuations(IEnumerable<string> experiments)
    {
        var files = experiments.ToHashSet(StringComparer.Ordinal);
        return files
            .Select(f => Path.Combine(Path.GetDirectoryName(f)!, Next))
            .Distinct(StringComparer.Ordinal)
            .Where(f => !files.Contains(f) && File.Exists(f));
    }

    /// <summary>The names of the experiment files of a folder, in order.</summary>
    /// <param name="folder">Full path of a folder that exists.</param>
    public static ImmutableArray<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, Pattern).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> Split(string paths, string folder) =>
        [
            .. paths
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(f => Path.GetFullPath(f, folder)),
        ];
}
