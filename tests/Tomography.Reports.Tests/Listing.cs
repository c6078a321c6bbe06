using Tomography.Analysis;

namespace Tomography.Reports.Tests;

/// <summary>The small study with the files beside its page, the text of its experiment, and where its models were trained.</summary>
internal static class Listing
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static ReportInput Input { get; } = SmallStudy.Input with
    {
        Context = SmallStudy.Input.Context with
        {
            Files = [new("report.xlsx", "the numbers as a workbook"), new("results.csv", "every model")],
            ExperimentText = "experiment: small\n# <b>bold</b>\n",
            DatasetKey = "phantom-0123abcd",
        },
        Results = SmallStudy.Input.Results with
        {
            Runs =
            [
                .. SmallStudy.Input.Results.Scores.Select(score => score.Model).Distinct().Select((model, place) => new ModelRun(
                    model, 10 + place, 30, place % 4 == 0 ? "gpu" : "cpu", $"machine-{place % 3}", "1.0",
                    s_start.AddMinutes(place), s_start.AddMinutes(place + 1), place == 1)),
            ],
        },
    };
}
