using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Renders the Handlebars templates of a folder: a page, and every <c>partials/*.hbs</c> beside it.</summary>
internal static class Templates
{
    /// <summary>Renders a page; lines end in LF.</summary>
    /// <exception cref="FileNotFoundException">The folder has no such page.</exception>
    /// <exception cref="InvalidDataException">A template is not valid, or shows a value that does not exist.</exception>
    public static string Render(string folder, string name, object view)
    {
        var page = Path.Combine(folder, name);
        if (!File.Exists(page))
            throw new FileNotFoundException($"The report template '{page}' does not exist; expected a folder with {name} and partials/*.hbs, like templates/ of the repository.", page);

        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            FormatProvider = CultureInfo.InvariantCulture,
            TextEncoder = new HtmlTextEncoder(),
            // A misspelt name in a template is an error, not a gap in the report.
            ThrowOnUnresolvedBindingExpression = true,
        });
        var partials = Path.Combine(folder, "partials");
        var current = page;
        try
        {
            if (Directory.Exists(partials))
            {
                foreach (var partial in Directory.EnumerateFiles(partials, "*.hbs").Order(StringComparer.Ordinal))
                {
                    current = partial;
                    handlebars.RegisterTemplate(Path.GetFileNameWithoutExtension(partial), InputFile.ReadAllText(partial));
                }
            }

            current = page;
            return handlebars.Compile(InputFile.ReadAllText(page))(view).ReplaceLineEndings("\n");
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new InvalidDataException($"The report template '{current}' (or a partial that it uses) cannot be rendered: {Innermost(exception).Message}", exception);
        }
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
