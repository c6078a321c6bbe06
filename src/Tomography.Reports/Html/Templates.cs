using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Tomography.Reports;

/// <summary>Lays out a page, and sections in <c>sections/</c>, with what these share in <c>partials/</c>. All that is particular to the
/// template engine, Scriban, stands here, in <see cref="PageContext"/> and in what that one is made of.</summary>
internal sealed class Templates
{
    private readonly TemplateFiles _files;
    private readonly Template _page;
    private readonly PageContext _context;

    private Templates(TemplateFiles files, string page)
    {
        (_files, _context) = (files, new(new(files)));
        _page = Parse(page);
    }

    /// <summary>Opens the templates of a page.</summary>
    /// <param name="files">All templates.</param>
    /// <param name="page">Name of the page.</param>
    /// <exception cref="TemplateException">There is no such page, or it is not valid.</exception>
    public static Templates Open(TemplateFiles files, string page) => new(files, page);

    /// <summary>Renders the page; lines end in LF.</summary>
    /// <param name="model">The values that it can show.</param>
    /// <param name="figures">Takes the figures of the model; null where they are not wanted.</param>
    /// <exception cref="TemplateException">It shows a value that does not exist, or a partial is missing or not valid.</exception>
    public string Page(object model, ICollection<ReportFigure>? figures = null) => Render(_page, model, figures);

    /// <summary>Renders what a section shows; lines end in LF, the last one has no end.</summary>
    /// <param name="section">The section.</param>
    /// <param name="figures">Takes the figures of its model; null where they are not wanted.</param>
    /// <exception cref="TemplateException">There is no such template, it or a partial is not valid, or it shows a value that does not
    /// exist.</exception>
    public string Section(SectionPage section, ICollection<ReportFigure>? figures = null) =>
        Render(Parse($"{TemplateFiles.Sections}/{section.Template}"), section.Model, figures).TrimEnd('\n');

    private Template Parse(string name)
    {
        var template = Template.Parse(_files.TextOf(name), _files.PathOf(name));
        return template.HasErrors ? throw Invalid(template.Messages, null) : template;
    }

    private string Render(Template template, object model, ICollection<ReportFigure>? figures)
    {
        try
        {
            return _context.Render(template, TemplateData.Of(model, figures)).ReplaceLineEndings("\n");
        }
        catch (ScriptParserRuntimeException exception)
        {
            throw Invalid(exception.ParserMessages, exception);
        }
        catch (ScriptRuntimeException exception)
        {
            throw At(exception.Span, exception.OriginalMessage, exception);
        }
    }

    // The first error is the cause; others mostly follow from it.
    private static TemplateException Invalid(IEnumerable<LogMessage> messages, Exception? inner)
    {
        var first = messages.First(message => message.Type == ParserMessageType.Error);
        return At(first.Span, first.Message, inner);
    }

    private static TemplateException At(SourceSpan span, string message, Exception? inner) => new(
        message.TrimEnd('.') + ".", span.FileName, span.Start.Line + 1, span.Start.Column + 1, inner);
}
