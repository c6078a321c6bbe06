using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public sealed class PagesWorkInABrowser(Chromium chromium) : IClassFixture<Chromium>
{
    private const string OverviewCell = ".overview td[data-tip]";
    private const string HeatmapCell = "#importance svg .cell[data-tip]";

    [BrowserFact]
    public async Task A_page_asks_for_nothing_and_complains_of_nothing()
    {
        await using var opened = await OpenAsync();
        await opened.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        opened.Requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)).ShouldHaveSingleItem();
        opened.Complaints.ShouldBeEmpty();
        await opened.KeepPictureAsync("wide-whole", isWhole: true);
    }

    [BrowserFact]
    public async Task Another_address_cannot_be_asked_for()
    {
        await using var opened = await OpenAsync();
        (await opened.Page.EvaluateAsync<bool>("fetch('https://example.org/').then(() => true, () => false)")).ShouldBeFalse();
        opened.Complaints.ShouldContain(complaint => complaint.Contains("Content Security Policy"));
    }

    [BrowserTheory]
    [InlineData(OverviewCell, "structure: ")]
    [InlineData(HeatmapCell, "Verdict: ")]
    public async Task A_cell_tells_its_values_under_the_pointer(string cell, string text)
    {
        await using var opened = await OpenAsync();
        await opened.Page.Locator(cell).Nth(1).HoverAsync();
        var tip = opened.Page.Locator("#tip");
        await Assertions.Expect(tip).ToBeVisibleAsync();
        (await tip.InnerTextAsync()).ShouldContain(text);
        await opened.KeepPictureAsync(cell == OverviewCell ? "hover-overview" : "hover-heatmap");
        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).ToBeHiddenAsync();
    }

    [BrowserTheory]
    [InlineData(OverviewCell)]
    [InlineData(HeatmapCell)]
    public async Task A_cell_tells_its_values_at_the_focus_and_arrows_lead_to_the_next(string cell)
    {
        await using var opened = await OpenAsync();
        var page = opened.Page;
        await page.Locator(cell).First.FocusAsync();
        var first = await page.Locator("#tip").InnerTextAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator($"{cell}:focus")).ToHaveAttributeAsync("aria-describedby", "tip");
        (await page.Locator("#tip").InnerTextAsync()).ShouldNotBe(first);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowUp");
        (await page.Locator("#tip").InnerTextAsync()).ShouldBe(first);
        (await page.Locator(cell + "[tabindex='0']").CountAsync()).ShouldBe(await page.EvaluateAsync<int>(
            "cell => new Set([...document.querySelectorAll(cell)].map(c => c.closest('svg, table'))).size", cell), "one stop per figure");
    }

    [BrowserFact]
    public async Task A_cell_tells_its_values_where_it_is_touched()
    {
        await using var opened = await OpenAsync(new()
        {
            ViewportSize = new() { Width = 360, Height = 700 },
            HasTouch = true,
            IsMobile = true,
        });
        await opened.Page.Locator(OverviewCell).Nth(1).TapAsync();
        await Assertions.Expect(opened.Page.Locator("#tip")).ToBeVisibleAsync();
        await opened.KeepPictureAsync("touch");
        await opened.Page.Locator("h1").TapAsync();
        await Assertions.Expect(opened.Page.Locator("#tip")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_navigation()
    {
        await using var opened = await OpenAsync();
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");
        (await opened.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
    }

    [BrowserFact]
    public async Task The_navigation_stays_in_view_and_marks_where_the_reader_is()
    {
        foreach (var width in new[] { 1400, 360 })
        {
            await using var opened = await OpenAsync(Window(width));
            await opened.Page.Locator("#checklist").EvaluateAsync("section => section.scrollIntoView({ behavior: 'instant' })");
            var current = opened.Page.Locator(".contents a[aria-current]");
            await Assertions.Expect(current).ToHaveAttributeAsync("href", "#checklist");
            await Assertions.Expect(current).ToBeInViewportAsync();
        }
    }

    [BrowserFact]
    public async Task A_table_is_sorted_by_the_button_of_a_column_up_down_and_back()
    {
        await using var opened = await OpenAsync();
        var column = opened.Page.Locator("#verdicts table").First.Locator("thead th").Nth(2);
        var cells = opened.Page.Locator("#verdicts table").First.Locator("tbody td:nth-child(3)");
        var before = await cells.AllInnerTextsAsync();
        await column.Locator("button").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(column).ToHaveAttributeAsync("aria-sort", "ascending");
        var numbers = (await cells.AllInnerTextsAsync()).Select(Number).ToArray();
        numbers.ShouldBe(numbers.Order());
        numbers.ShouldNotBe(before.Select(Number));
        await column.Locator("button").ClickAsync();
        await Assertions.Expect(column).ToHaveAttributeAsync("aria-sort", "descending");
        (await cells.AllInnerTextsAsync()).Select(Number).ShouldBe(numbers.Reverse());
        await column.Locator("button").ClickAsync();
        (await cells.AllInnerTextsAsync()).ShouldBe(before);
        (await column.GetAttributeAsync("aria-sort")).ShouldBeNull();
    }

    [BrowserFact]
    public async Task A_table_shows_the_rows_that_hold_what_was_typed()
    {
        await using var opened = await OpenAsync();
        var verdicts = opened.Page.Locator("#verdicts figure").First;
        await verdicts.Locator("input[type=search]").FillAsync("density volume");
        var rows = verdicts.Locator("tbody tr:visible");
        await Assertions.Expect(verdicts.GetByRole(AriaRole.Status)).ToContainTextAsync("of 16 rows");
        (await rows.CountAsync()).ShouldBe(2);
        await verdicts.Locator("input[type=search]").FillAsync("");
        (await rows.CountAsync()).ShouldBe(16);
    }

    [BrowserFact]
    public async Task A_heatmap_shows_the_form_that_was_chosen_as_the_program_draws_it()
    {
        await using var opened = await OpenAsync();
        var page = opened.Page;
        var drawn = await page.Locator("#importance-paired svg.heatmap").First.Locator(".cell").EvaluateAllAsync<string[]>(Looks);
        var map = page.Locator("#importance figure:has(svg.heatmap)").First;
        var before = await map.Locator(".cell").EvaluateAllAsync<string[]>(Looks);
        before.ShouldNotBe(drawn);
        await map.Locator("input[value=paired]").CheckAsync();
        (await map.Locator(".cell").EvaluateAllAsync<string[]>(Looks)).ShouldBe(drawn);
        await map.Locator("input[value=verdict]").CheckAsync();
        await Assertions.Expect(map.Locator(".cell.informs .change").First).ToHaveTextAsync("informs");
        await opened.KeepPictureAsync("cells-show-verdicts");
        await map.Locator("input[value=pooled]").CheckAsync();
        (await map.Locator(".cell").EvaluateAllAsync<string[]>(Looks)).ShouldBe(before);
    }

    [BrowserFact]
    public async Task A_link_to_a_figure_or_a_section_is_copied()
    {
        await using var opened = await OpenAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        const string Figure = "#figure-overview .files a[href^='#']", Section = "#verdicts > h2 button.link";
        foreach (var (place, id) in new[] { (Figure, "figure-overview"), (Section, "verdicts") })
        {
            await opened.Page.Locator(place).FocusAsync();
            await opened.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(opened.Page.Locator(place)).ToHaveTextAsync("copied");
            (await opened.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldEndWith($".html#{id}");
        }
    }

    [BrowserFact]
    public async Task A_page_without_its_script_shows_everything()
    {
        await using var opened = await OpenAsync(new() { JavaScriptEnabled = false });
        var page = opened.Page;
        (await page.Locator("button").CountAsync()).ShouldBe(0);
        await page.Locator(".contents a[href='#verdicts']").ClickAsync();
        await Assertions.Expect(page.Locator("#verdicts h2")).ToBeInViewportAsync();
        (await page.Locator("#verdicts tbody tr:visible").CountAsync()).ShouldBe(32);
        (await page.Locator("#importance svg .cell title").CountAsync()).ShouldBe(56);
    }

    // Colour, texts and the bar of each cell, as they are seen.
    private const string Looks = """
        cells => cells.map(cell => [
          getComputedStyle(cell.querySelector('rect')).fill,
          ...[...cell.querySelectorAll('text')].map(text => `${text.textContent} ${getComputedStyle(text).fill}`),
          ...[...cell.querySelectorAll('.beyond')].map(bar => Number(bar.getAttribute('width')).toFixed(1)),
        ].join())
        """;

    private static double Number(string text) => text.Split(' ')[0] is var first && first == "\u2013"
        ? double.MaxValue
        : double.Parse(first.Replace('\u2212', '-'), System.Globalization.CultureInfo.InvariantCulture);

    private static BrowserNewContextOptions Window(int width) => new() { ViewportSize = new() { Width = width, Height = 900 } };

    private Task<OpenedPage> OpenAsync(BrowserNewContextOptions? options = null) =>
        chromium.OpenAsync("lattice", LatticeStudy.Input, options ?? Window(1400));
}
