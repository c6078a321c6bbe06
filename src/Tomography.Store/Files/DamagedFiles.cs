namespace Tomography.Store;

/// <summary>
/// Damaged files of a store are moved out of the way, so that what they hold is made anew, and never deleted without a look.
/// </summary>
public static class DamagedFiles
{
    /// <summary>Moves a file to <c>damaged</c>.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="path">Full path of the file.</param>
    /// <param name="onDamage">Told where to, as the end of a sentence: "has been set aside as '...'".</param>
    /// <returns>Whether it was there: another build, which shares the store, may have set it aside and says so.</returns>
    public static bool SetAside(StoreFolders folders, string path, Action<string> onDamage)
    {
        var aside = Path.Combine(folders.Damaged, Path.GetFileName(path));
        try
        {
            Directory.CreateDirectory(folders.Damaged);
            File.Move(path, aside, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A store that cannot be written: nothing can be made anew there either.
            onDamage($"cannot be set aside: {e.Message.TrimEnd('.')}");
            return true;
        }

        onDamage($"has been set aside as '{aside}'");
        return true;
    }
}
