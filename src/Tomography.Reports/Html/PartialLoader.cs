using System.Collections.Immutable;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>What <c>include</c> may read: the partials that the folders of templates hold, called by their plain names, and nothing
/// else. A path, another ending or another folder is no such name.</summary>
/// <param name="files">The templates there are.</param>
internal sealed class PartialLoader(TemplateFiles files) : ITemplateLoader
{
    private const string Folder = TemplateFiles.Partials + "/";

    private readonly ImmutableDictionary<string, string> _paths = files.Paths
        .Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal))
        .ToImmutableDictionary(file => file.Key[Folder.Length..], file => file.Value, StringComparer.Ordinal);

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
        _paths.TryGetValue(templateName, out var path) ? path : throw new ScriptRuntimeException(
            callerSpan,
            $"There is no partial '{templateName}'{TemplateFiles.NearestOf(templateName, _paths.Keys)}. "
                + $"A partial is a file in '{Folder}', called without its ending '{TemplateFiles.Extension}'");

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        try
        {
            return InputFile.ReadAllText(templatePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScriptRuntimeException(callerSpan, $"A partial cannot be read: {e.Message}", e);
        }
    }

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Load(context, callerSpan, templatePath));
}
