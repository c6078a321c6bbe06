using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Where each template lies, by its name: <c>report</c>, <c>sections/lattice</c>, <c>partials/figure</c>. Files with another
/// ending, and files in other folders, are no templates.</summary>
public sealed class TemplateFiles
{
    /// <summary>How the file of a template ends; editors know it as HTML with Scriban in it.</summary>
    public const string Extension = ".sbn-html";

    /// <summary>The folder of the sections.</summary>
    internal const string Sections = "sections";

    /// <summary>The folder of what templates share.</summary>
    internal const string Partials = "partials";

    // More than a few are no help.
    private const int MostNamed = 3;

    private readonly string _folder;

    private TemplateFiles(string folder, ImmutableSortedDictionary<string, string> paths) => (_folder, Paths) = (folder, paths);

    /// <summary>Full path of each template by its name, in the order of the names.</summary>
    public ImmutableSortedDictionary<string, string> Paths { get; }

    /// <summary>The templates of these folders: a file of the user's folder where it has one, the shipped one else.</summary>
    /// <param name="folders">The folders.</param>
    /// <exception cref="TemplateException">A folder does not exist, or that of the user has no template that is shipped, too, or one that
    /// nothing reads: its name is misspelt.</exception>
    public static TemplateFiles Of(TemplateFolders folders)
    {
        var shipped = In(folders.Shipped).ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (folders.Own.Length == 0) return new(folders.Shipped, shipped);
        var own = In(folders.Own).ToArray();
        if (!own.Any(file => shipped.ContainsKey(file.Key))) throw Useless(folders.Own, shipped.Keys);
        var files = new TemplateFiles(folders.Own, shipped.SetItems(own));
        return files.Unread(own, shipped.Keys.ToArray()) is { } problem ? throw problem : files;
    }

    /// <summary>What stands in a template.</summary>
    /// <param name="name">Its name, like <c>sections/lattice</c>.</param>
    /// <exception cref="TemplateException">There is none of this name, or it cannot be read.</exception>
    public string TextOf(string name)
    {
        var path = PathOf(name);
        try
        {
            return InputFile.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"A report template cannot be read: {e.Message}", path, inner: e);
        }
    }

    /// <summary>Full path of a template.</summary>
    /// <param name="name">Its name, like <c>sections/lattice</c>.</param>
    /// <exception cref="TemplateException">There is none of this name.</exception>
    internal string PathOf(string name) => Paths.TryGetValue(name, out var path) ? path : throw new TemplateException(
        $"The report template '{Path.Combine(_folder, name + Extension)}' does not exist{NearestOf(name, Paths.Keys)}.", _folder);

    /// <summary>What to say of a name that does not exist: the nearest one, or nothing.</summary>
    internal static string NearestOf(string name, IEnumerable<string> names) =>
        Suggestion.Nearest(name, names) is { } nearest ? $"; the nearest is '{nearest}'" : "";

    // The first file of the user's folder that is no shipped one, and no partial that a template includes.
    private TemplateException? Unread(IEnumerable<KeyValuePair<string, string>> own, string[] shipped)
    {
        foreach (var (name, path) in own.Where(file => !shipped.Contains(file.Key)))
        {
            var isPartial = name.StartsWith(Partials + "/", StringComparison.Ordinal);
            if (isPartial && Paths.Keys.Any(other => other != name && Includes(TextOf(other), name[(Partials.Length + 1)..]))) continue;
            return new(
                $"Nothing reads the template '{name}': the report has none of this name"
                    + $"{(isPartial ? ", and no template includes it" : "")}. {Advice(name, shipped)}",
                path);
        }

        return null;
    }

    private static string Advice(string name, string[] shipped) => NearestFile(name, shipped) is { } nearest
        ? $"Name it '{nearest + Extension}', or take it away."
        : "Take it away.";

    private static bool Includes(string text, string partial) =>
        text.Contains($"include '{partial}'", StringComparison.Ordinal)
        || text.Contains($"include \"{partial}\"", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> In(string folder) => Directory.Exists(folder)
        ? from file in FilesOf(folder)
          where file.Key.EndsWith(Extension, StringComparison.Ordinal)
          select KeyValuePair.Create(file.Key[..^Extension.Length], file.Value)
        : throw new TemplateException($"The folder of report templates '{folder}' does not exist.", folder);

    // The files where templates can lie: their names, like sections/lattice.sbn-html, and full paths.
    private static IEnumerable<KeyValuePair<string, string>> FilesOf(string folder) =>
        from part in new[] { "", Sections, Partials }
        let place = Path.Combine(folder, part)
        where Directory.Exists(place)
        from path in Directory.EnumerateFiles(place).Order(StringComparer.Ordinal)
        select KeyValuePair.Create(part.Length == 0 ? Path.GetFileName(path) : $"{part}/{Path.GetFileName(path)}", path);

    private static TemplateException Useless(string folder, IEnumerable<string> shipped)
    {
        var names = shipped.Select(name => name + Extension).ToArray();
        var like = FilesOf(folder).Select(file => (Has: file.Key, Nearest: NearestFile(file.Key, names)))
            .Where(file => file.Nearest is not null).Select(file => $"'{file.Nearest}' in place of '{file.Has}'").Take(MostNamed).ToArray();
        return new(
            $"The folder of report templates '{folder}' has no file that the report uses: it would change nothing. "
                + (like.Length > 0
                    ? $"Name it {string.Join(", ", like)}."
                    : $"Put a changed copy of '{names.MinBy(name => name.Length)}' there, for instance."),
            folder);
    }

    // A right name in the wrong folder is nearer than any other.
    private static string? NearestFile(string file, string[] names) =>
        names.FirstOrDefault(name => Path.GetFileName(name) == Path.GetFileName(file)) ?? Suggestion.Nearest(file, names);
}
