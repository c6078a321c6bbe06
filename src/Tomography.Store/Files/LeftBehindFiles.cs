namespace Tomography.Store;

/// <summary>Files that processes left behind: nobody has changed them for long.</summary>
internal static class LeftBehindFiles
{
    /// <summary>Deletes those of a folder.</summary>
    /// <param name="folder">Full path of the folder; it need not exist.</param>
    /// <param name="pattern">Their names, like <c>*.lease</c>.</param>
    /// <param name="age">How long nobody has changed them.</param>
    /// <param name="clock">What time it is.</param>
    public static void Sweep(string folder, string pattern, TimeSpan age, TimeProvider clock)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(pattern))
        {
            if (clock.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc) <= age) continue;
            try
            {
                file.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is in nobody's way where it may not be deleted.
            }
        }
    }
}
