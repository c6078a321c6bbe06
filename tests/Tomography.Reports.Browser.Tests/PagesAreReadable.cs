using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>For everyone, on every screen and on paper.</summary>
public sealed partial class PagesAreReadable(Chromium chromium) : IClassFixture<Chromium>
{
    [BrowserTheory]
    [InlineData(1400, ColorScheme.Light, true)]
    [InlineData(1400, ColorScheme.Dark, false)]
    [InlineData(360, ColorScheme.Dark, false)]
    [InlineData(360, ColorScheme.Light, true)]
    public async Task Axe_finds_nothing(int width, ColorScheme colours, bool hasEverything)
    {
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours };
        await using var opened = await (hasEverything ? OpenAsync(options) : chromium.OpenAsync("small", SmallStudy.Input, options));
        await opened.KeepPictureAsync($"{width}-{colours}".ToLowerInvariant());
        var result = await opened.Page.RunAxe();
        result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join("; ", v.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
        result.Passes.Length.ShouldBeGreaterThan(20, "or nothing was looked at");
    }

    [BrowserFact]
    public async Task Colours_follow_the_system_until_the_reader_chooses_and_the_choice_is_kept()
    {
        await using var opened = await OpenAsync(new() { ColorScheme = ColorScheme.Dark });
        var button = opened.Page.Locator(".theme");
        (await IsDarkAsync(opened.Page)).ShouldBeTrue("the system is");
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-label", "Colours: light");
        (await IsDarkAsync(opened.Page)).ShouldBeFalse();
        await opened.Page.ReloadAsync();
        (await IsDarkAsync(opened.Page)).ShouldBeFalse("it was kept");
        await button.ClickAsync();
        (await IsDarkAsync(opened.Page)).ShouldBeTrue();
        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        (await IsDarkAsync(opened.Page)).ShouldBeTrue("it was chosen");
        await button.ClickAsync();
        (await IsDarkAsync(opened.Page)).ShouldBeFalse("the system is not");
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(599)]
    [InlineData(800)]
    [InlineData(1080)]
    public async Task A_page_is_as_wide_as_the_window_and_its_text_is_large_enough(int width)
    {
        await using var opened = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        (await opened.Page.EvaluateAsync<string[]>(TooWide)).ShouldBeEmpty();
        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width);
        (await opened.Page.EvaluateAsync<string[]>(SmallTexts)).ShouldBeEmpty();
        if (width == 360) await opened.KeepPictureAsync($"{width}-whole", isWhole: true);
    }

    [BrowserFact]
    public async Task On_a_narrow_screen_a_cell_shows_the_change_alone()
    {
        foreach (var (width, isThere) in new[] { (599, false), (800, true) })
        {
            await using var opened = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
            (await opened.Page.Locator("#importance svg .range:visible").CountAsync() > 0).ShouldBe(isThere);
            await Assertions.Expect(opened.Page.Locator("#importance svg .cell").First).ToBeVisibleAsync();
        }
    }

    [BrowserFact]
    public async Task A_page_is_printed_on_as_many_sheets_as_its_content_needs()
    {
        await using var opened = await OpenAsync(new()
        {
            ViewportSize = new() { Width = 688, Height = 1017 },
            ColorScheme = ColorScheme.Dark,
        });
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var height = await opened.Page.EvaluateAsync<int>(
            "document.querySelectorAll('details').forEach(d => d.open = true), document.documentElement.scrollHeight");
        (await opened.Page.Locator(".contents, .tools, .link, .theme").EvaluateAllAsync<bool>(
            "all => all.every(each => getComputedStyle(each).display === 'none')")).ShouldBeTrue();
        (await IsDarkAsync(opened.Page)).ShouldBeFalse("paper is white");
        var pdf = await opened.Page.PdfAsync(new() { PreferCSSPageSize = true, Path = OpenedPage.PathOf("print.pdf") });
        var sheets = Sheet().Count(Encoding.Latin1.GetString(pdf));
        // 14 mm of margin leave 182 by 269 mm, at 96 dots per inch; figures that do not fit begin a new sheet.
        const double SheetHeight = 1017;
        sheets.ShouldBeInRange((int)(0.8 * height / SheetHeight), (int)(1.2 * height / SheetHeight) + 1);
    }

    // Texts that are drawn smaller than 9 pixels, but for index numbers.
    private const string SmallTexts = """
        (() => {
          const small = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (!node.textContent.trim() || parent.closest('script, style, sub, title, .unseen')) continue;
            if (!parent.getClientRects().length) continue;
            const matrix = parent.getScreenCTM?.();
            const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
            const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
            if (size > 0 && size < 8.99) small.push(`${size.toFixed(1)}: ${node.textContent.trim().slice(0, 40)}`);
          }
          return small;
        })()
        """;

    // What reaches beyond the window and cannot be scrolled by itself.
    private const string TooWide = """
        [...document.querySelectorAll('body *')]
          .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.unseen, .contents')
            && ![...function* () { for (let up = each.parentElement; up; up = up.parentElement) yield up; }()]
              .some(up => getComputedStyle(up).overflowX !== 'visible'))
          .map(each => `${each.tagName} ${each.className.baseVal ?? each.className} ${each.textContent.trim().slice(0, 40)}`)
        """;

    private static async Task<bool> IsDarkAsync(IPage page) => await page.EvaluateAsync<bool>(
        "Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0]) < 128");

    private Task<OpenedPage> OpenAsync(BrowserNewContextOptions options) => chromium.OpenAsync("lattice", LatticeStudy.Input, options);

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Sheet();
}
