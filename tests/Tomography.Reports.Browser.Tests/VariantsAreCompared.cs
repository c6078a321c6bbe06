using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>The page that compares variants has what the report has: sorting, both colours, no network.</summary>
public sealed class VariantsAreCompared(Chromium chromium) : IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task Its_table_is_sorted_it_asks_for_nothing_and_axe_finds_nothing()
    {
        await using var opened = await chromium.OpenAsync("variants", Html, new() { ColorScheme = ColorScheme.Dark });
        var epochs = opened.Page.Locator("table").First.Locator("tbody td:first-of-type");
        (await epochs.AllInnerTextsAsync()).ShouldBe(["20", "3", "100"]);
        await opened.Page.Locator("table").First.Locator("thead th").Nth(1).Locator("button").ClickAsync();
        (await epochs.AllInnerTextsAsync()).ShouldBe(["3", "20", "100"]);
        var result = await opened.Page.RunAxe();
        result.Violations.Select(v => $"{v.Id}: {v.Help}").ShouldBeEmpty();
        opened.Requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)).ShouldHaveSingleItem();
        opened.Complaints.ShouldBeEmpty();
        await opened.KeepPictureAsync("variants", isWhole: true);
    }

    private static string Html() => ComparisonReport.Write(
        [
            .. new[] { "20", "3", "100" }.Select(epochs => new VariantSummary(
                $"epochs-{epochs}", [new("training.epochs", epochs)], $"variants/{epochs}/report.html", ReportStudy.Input.Analysis)),
        ],
        ReportStudy.Context,
        Shipped.Templates);
}
