using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Workflows.Worker;

/// <summary>The packages that the worker runs with, as its own dependency file lists them.</summary>
internal static class WorkerPackages
{
    /// <summary>Name and version of each, such as <c>YamlDotNet 16.3.0</c>; empty where the file is not there.</summary>
    public static ImmutableArray<string> All { get; } = Read(Path.ChangeExtension(typeof(WorkerPackages).Assembly.Location, ".deps.json"));

    private static ImmutableArray<string> Read(string path)
    {
        if (!File.Exists(path)) return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. document.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package")
                .Select(library => library.Name.Replace('/', ' ')).Order(StringComparer.Ordinal),
        ];
    }
}
