namespace Tomography.Testing;

/// <summary>Files that are long but hold nothing, so that the disk need not hold them.</summary>
public static class SparseFile
{
    /// <summary>Why such files cannot be made here; null where they can.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    public static void Create(string path, long bytes)
    {
        using var file = File.Create(path);
        file.SetLength(bytes);
    }

    private static string? FindObstacle()
    {
        using var folder = new TemporaryFolder();
        var drive = new DriveInfo(folder.Root);
        var free = drive.AvailableFreeSpace;
        try
        {
            Create(folder.PathOf("probe"), 10L << 30);
            return free - drive.AvailableFreeSpace > 1L << 30 ? "The file system of the temporary folder has no sparse files." : null;
        }
        catch (IOException e)
        {
            return $"The file system of the temporary folder has no sparse files: {e.Message}";
        }
    }
}
