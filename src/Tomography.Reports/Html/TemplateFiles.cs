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

    private readonly string _folder;

    private TemplateFiles(string folder, ImmutableSortedDictionary<string, string> paths) => (_folder, Paths) = (folder, paths);

    /// <summary>Full path of each template by its name, in the order of the names.</summary>
    public ImmutableSortedDictionary<string, string> Paths { get; }

    /// <summary>The templates of a folder.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <exception cref="TemplateException">The folder does not exist.</exception>
    public static TemplateFiles Of(string folder)
    {
        if (!Directory.Exists(folder)) throw new TemplateException($"The folder of report templates '{folder}' does not exist.", folder);
        return new(folder, In(folder).ToImmutableSortedDictionary(StringComparer.Ordinal));
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

    private static IEnumerable<KeyValuePair<string, string>> In(string folder) =>
        from part in new[] { "", Sections, Partials }
        let place = Path.Combine(folder, part)
        where Directory.Exists(place)
        from path in Directory.EnumerateFiles(place)
        where path.EndsWith(Extension, StringComparison.Ordinal)
        let name = Path.GetFileName(path)[..^Extension.Length]
        select KeyValuePair.Create(part.Length == 0 ? name : $"{part}/{name}", path);
}
