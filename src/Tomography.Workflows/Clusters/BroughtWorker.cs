using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Tomography.Workflows;

/// <summary>
/// The worker as it lies in a store, ready for nodes that have no .NET: its files and the runtime that this machine runs it with, once per
/// content. Nodes need the same kind of machine, x64 with Linux, and nothing from the network.
/// </summary>
/// <param name="Command">The words that start it; first the program.</param>
/// <param name="HasRuntime">Whether the runtime lies beside it; if not, nodes need <c>dotnet</c> of this version on their path.</param>
/// <param name="Runtime">The version of the runtime.</param>
internal sealed record BroughtWorker(ImmutableArray<string> Command, bool HasRuntime, string Runtime)
{
    private const string Host = "dotnet";

    /// <summary>Brings it, where it is not there yet.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="assembly">Full path of the worker's assembly.</param>
    /// <exception cref="IOException">The store cannot be written, or there is no worker.</exception>
    public static BroughtWorker Bring(StoreFolders folders, string assembly)
    {
        var from = Path.GetDirectoryName(assembly)!;
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar));
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is not ".xml").Order(StringComparer.Ordinal).ToArray();
        var parts = RuntimeParts(runtime);
        var place = Path.Combine(folders.Workers, HashOf(from, files, runtime.Name, hasRuntime: !parts.IsEmpty));
        if (!Directory.Exists(place))
        {
            var draft = Path.Combine(folders.Temporary, $"worker-{Guid.NewGuid():N}");
            foreach (var file in files) Copy(file, Path.Combine(draft, Path.GetRelativePath(from, file)));
            foreach (var (file, name) in parts) Copy(file, Path.Combine(draft, name));
            Publish(draft, place);
        }

        string[] call = ["exec", Path.Combine(place, Path.GetFileName(assembly))];
        return new([parts.IsEmpty ? Host : Path.Combine(place, Host), .. call], !parts.IsEmpty, runtime.Name);
    }

    /// <summary>The files of the runtime and where they belong beneath its root; none where it is not laid out as usual.</summary>
    private static ImmutableArray<(string File, string Name)> RuntimeParts(DirectoryInfo runtime)
    {
        // root/shared/Microsoft.NETCore.App/VERSION
        var root = runtime.Parent?.Parent?.Parent?.FullName ?? "";
        var resolvers = Path.Combine(root, "host", "fxr");
        var resolver = Path.Combine(resolvers, runtime.Name);
        if (!OperatingSystem.IsLinux() || !File.Exists(Path.Combine(root, Host)) || !Directory.Exists(resolver)) return [];
        return
        [
            (Path.Combine(root, Host), Host),
            .. new[] { resolver, runtime.FullName }.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Select(file => (file, Path.GetRelativePath(root, file))),
        ];
    }

    private static string HashOf(string folder, IEnumerable<string> files, string runtime, bool hasRuntime)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{RuntimeInformation.RuntimeIdentifier} {runtime} {hasRuntime}\n"));
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file) + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    /// <summary>Puts the folder in its place, whole; another build may have done so in this moment.</summary>
    private static void Publish(string draft, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        try
        {
            Directory.Move(draft, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
            Directory.Delete(draft, recursive: true);
        }
    }
}
