using Tomography.Crystals;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>The figures beside a page. A list of them stands in their folder, so that later pages and <c>-t:Clean</c> remove what the
/// program wrote, and nothing else.</summary>
/// <param name="folder">Full path of the folder of the page.</param>
internal sealed class FigureFolder(string folder)
{
    private const string ListName = ".figures";

    private string Root => Path.Combine(folder, FigureFile.Folder);

    private string ListPath => Path.Combine(Root, ListName);

    /// <summary>Whether all figures are there that were written.</summary>
    public bool IsWhole => File.Exists(ListPath) && Listed().All(name => File.Exists(Path.Combine(folder, name)));

    /// <summary>Writes the figures of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="keepOthers">Whether figures that it does not have stay: those of another page.</param>
    public void Write(HtmlPage page, bool keepOthers = false)
    {
        var files = page.Files.ToArray();
        var names = files.Select(file => file.Name).ToArray();
        var others = Listed().Except(names, StringComparer.Ordinal).ToArray();
        // The list first: what it names and is not there does no harm.
        AtomicFile.WriteText(ListPath, string.Concat(names.Concat(others).Select(name => name + "\n")));
        foreach (var file in files) AtomicFile.WriteText(Path.Combine(folder, file.Name), file.Text);
        if (keepOthers || others.Length == 0) return;
        foreach (var name in others) File.Delete(Path.Combine(folder, name));
        AtomicFile.WriteText(ListPath, string.Concat(names.Select(name => name + "\n")));
    }

    /// <summary>Removes the figures, and the folder where it is empty then.</summary>
    /// <returns>How many files were removed.</returns>
    public int Clean()
    {
        if (!File.Exists(ListPath)) return 0;
        var files = Listed().Select(name => Path.Combine(folder, name)).Where(File.Exists).ToArray();
        foreach (var file in files) File.Delete(file);
        File.Delete(ListPath);
        if (!Directory.EnumerateFileSystemEntries(Root).Any()) Directory.Delete(Root);
        return files.Length;
    }

    // Files of the folder of figures alone, whatever someone wrote into the list.
    private IEnumerable<string> Listed() => !File.Exists(ListPath) ? [] : File.ReadAllLines(ListPath)
        .Where(name => name == $"{FigureFile.Folder}/{Path.GetFileName(name)}").ToArray();
}
