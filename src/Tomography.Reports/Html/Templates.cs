using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>The templates of a folder: a page, sections in <c>sections/</c>, and in <c>partials/</c> what these share. All that is
/// particular to the template engine, Handlebars, stands here and in <see cref="HtmlTextEncoder"/>.</summary>
internal sealed class Templates
{
    private const string Extension = ".hbs";

    private readonly string _folder;
    private readonly string _page;
    private readonly Func<object, string> _renderPage;

    private readonly IHandlebars _engine = Handlebars.Create(new HandlebarsConfiguration
    {
        FormatProvider = CultureInfo.InvariantCulture,
        TextEncoder = new HtmlTextEncoder(),
        // A misspelt name in a template is an error, not a gap in the report.
        ThrowOnUnresolvedBindingExpression = true,
    });

    private Templates(string folder, string page)
    {
        (_folder, _page) = (folder, PathOf(folder, page));
        foreach (var partial in Partials(folder))
        {
            Try(partial, () =>
            {
                _engine.RegisterTemplate(Path.GetFileNameWithoutExtension(partial), InputFile.ReadAllText(partial));
                return partial;
            });
        }

        _renderPage = Compile(_page);
    }

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="page">Name of the page, without its extension.</param>
    /// <exception cref="FileNotFoundException">The folder has no such page.</exception>
    /// <exception cref="InvalidDataException">The page or a partial is not valid.</exception>
    public static Templates Open(string folder, string page) => new(folder, page);

    /// <summary>Renders the page; lines end in LF.</summary>
    /// <param name="model">The values that it can show.</param>
    /// <exception cref="InvalidDataException">It shows a value that does not exist.</exception>
    public string Page(object model) => Render(_page, _renderPage, model);

    /// <summary>Renders what a section shows; lines end in LF, the last one has no end.</summary>
    /// <exception cref="FileNotFoundException">The folder has no such template.</exception>
    /// <exception cref="InvalidDataException">The template is not valid, or shows a value that does not exist.</exception>
    public string Section(SectionPage section)
    {
        var path = PathOf(_folder, Path.Combine("sections", section.Template));
        return Render(path, Compile(path), section.Model).TrimEnd('\n');
    }

    private static IEnumerable<string> Partials(string folder)
    {
        var partials = Path.Combine(folder, "partials");
        return Directory.Exists(partials) ? Directory.EnumerateFiles(partials, "*" + Extension).Order(StringComparer.Ordinal) : [];
    }

    private static string PathOf(string folder, string name)
    {
        var path = Path.Combine(folder, name + Extension);
        return File.Exists(path) ? path : throw new FileNotFoundException(
            $"The report template '{path}' does not exist; expected a folder with {name}{Extension}, like templates/ of the repository.",
            path);
    }

    private Func<object, string> Compile(string path)
    {
        var template = Try(path, () => _engine.Compile(InputFile.ReadAllText(path)));
        return model => template(model);
    }

    private static string Render(string path, Func<object, string> template, object model) =>
        Try(path, () => template(model).ReplaceLineEndings("\n"));

    private static T Try<T>(string path, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new InvalidDataException(
                $"The report template '{path}' (or a partial that it uses) cannot be rendered: {Innermost(exception).Message}", exception);
        }
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
