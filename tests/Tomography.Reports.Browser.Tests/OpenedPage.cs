using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tomography.Testing;

namespace Tomography.Reports.Tests;

/// <summary>A page in a window of its own, with all that it asked for and complained of.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public OpenedPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.Console += (_, message) => _complaints.Enqueue(message.Text);
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>Addresses that were asked for, the page itself first.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Messages in the console, and errors of the script.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Keeps a picture of the page as an output of the tests.</summary>
    /// <param name="name">Name of the picture.</param>
    /// <param name="isWhole">Whether of all of the page, or of what is in view.</param>
    public Task KeepPictureAsync(string name, bool isWhole = false) =>
        Page.ScreenshotAsync(new() { Path = PathOf($"{name}.png"), FullPage = isWhole });

    /// <summary>Where an output of the tests lies; git ignores the folder.</summary>
    public static string PathOf(string name) => Repository.PathOf("artifacts", "report-pages", name);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
