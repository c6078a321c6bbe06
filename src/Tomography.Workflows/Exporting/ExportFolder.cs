namespace Tomography.Workflows;

/// <summary>
/// The folder of an export. It lists its own files, so that another export or <c>-t:Clean</c> removes those and no others.
/// </summary>
/// <param name="output">Full path of the experiment's output folder.</param>
internal sealed class ExportFolder(string output)
{
    private const string Own = ".files";

    /// <summary>Full path.</summary>
    public string Path { get; } = System.IO.Path.Combine(output, "export");

    /// <summary>Removes what an earlier export wrote, and notes what the next one will write, before it does.</summary>
    /// <param name="files">Names of the files, with <c>/</c> between folder and file.</param>
    public void Begin(IEnumerable<string> files)
    {
        Clean();
        Directory.CreateDirectory(Path);
        AtomicFile.WriteText(System.IO.Path.Combine(Path, Own), string.Concat(files.Select(f => f + "\n")));
    }

    /// <summary>Removes what an export wrote.</summary>
    /// <returns>How many files.</returns>
    public int Clean()
    {
        var list = System.IO.Path.Combine(Path, Own);
        if (!File.Exists(list)) return 0;
        var root = Path + System.IO.Path.DirectorySeparatorChar;
        // Somebody may have written into the list: what lies elsewhere is none of ours.
        string[] files = [.. File.ReadLines(list).Select(f => System.IO.Path.GetFullPath(f, Path))
            .Where(f => f.StartsWith(root, StringComparison.Ordinal) && File.Exists(f))];
        foreach (var file in files) File.Delete(file);
        File.Delete(list);
        var folders = files.Select(f => System.IO.Path.GetDirectoryName(f)!).Append(Path).Distinct();
        foreach (var folder in folders.OrderByDescending(f => f.Length))
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        return files.Length + 1;
    }
}
