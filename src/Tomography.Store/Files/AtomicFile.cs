namespace Tomography.Store;

/// <summary>Files that are there whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>How old a temporary file must be to count as left behind by a process that was killed.</summary>
    private static readonly TimeSpan LeftBehind = TimeSpan.FromHours(24);

    /// <summary>Writes to a temporary name, flushes to disk, then renames. Readers see the old file or the new one.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="temporaryFolder">
    /// Folder of the temporary name, on the same file system; the file's own folder where it is left out.
    /// </param>
    public static void Write(string path, Action<Stream> write, string? temporaryFolder = null)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        if (temporaryFolder is not null) Directory.CreateDirectory(temporaryFolder);
        var temporary = Path.Combine(temporaryFolder ?? folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes text, UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Deletes temporary files that killed processes left in a folder.</summary>
    public static void Sweep(string folder, TimeProvider clock) => LeftBehindFiles.Sweep(folder, ".*.tmp", LeftBehind, clock);
}
