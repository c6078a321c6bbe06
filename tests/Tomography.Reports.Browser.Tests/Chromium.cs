using Microsoft.Playwright;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>The installed browser, started once for the tests of a class, and pages that it opens from a folder of theirs.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Where Debian puts it (package chromium).</summary>
    internal const string Program = "/usr/bin/chromium";

    // Machines that test other things at the same time are slow. Milliseconds.
    private const float Patience = 20_000;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _paths = [];
    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>Opens a report in a window of its own; what the page loads and complains of is noted.</summary>
    /// <param name="name">Name of the report's file.</param>
    /// <param name="report">What it reports.</param>
    /// <param name="options">How the window is.</param>
    internal Task<OpenedPage> OpenAsync(string name, ReportInput report, BrowserNewContextOptions options) =>
        OpenAsync(name, () => HtmlReport.Write(report, Shipped.Templates), options);

    /// <summary>Opens any page.</summary>
    /// <param name="name">Name of its file.</param>
    /// <param name="html">Makes it.</param>
    /// <param name="options">How the window is.</param>
    internal async Task<OpenedPage> OpenAsync(string name, Func<string> html, BrowserNewContextOptions options)
    {
        if (!_paths.TryGetValue(name, out var path))
        {
            _folder.Write($"{name}.html", html());
            path = _paths[name] = _folder.PathOf($"{name}.html");
        }

        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var opened = new OpenedPage(await context.NewPageAsync());
        await opened.Page.GotoAsync($"file://{path}");
        return opened;
    }

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _driver?.Dispose();
        _folder.Dispose();
    }
}
