using Tomography.Testing;

namespace Tomography.Reports.Tests.Templating;

/// <summary>A folder with templates of a test, and what its page prints.</summary>
internal sealed class Layout : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Layout(string page) => Write("report", page);

    public Layout Write(string name, string text)
    {
        _folder.Write(name + TemplateFiles.Extension, text);
        return this;
    }

    public string PathOf(string name) => _folder.PathOf((name + TemplateFiles.Extension).Split('/'));

    public string Of(object model) => Templates.Open(TemplateFiles.Of(new(_folder.Root)), "report").Page(model);

    public TemplateException Error(object model) => Shouldly.Should.Throw<TemplateException>(() => Of(model));

    public void Dispose() => _folder.Dispose();
}
