using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Reports;

/// <summary>What the template of the page can show: head, navigation and foot, and the sections as they were rendered.</summary>
internal static class PageView
{
    /// <param name="input">What is reported.</param>
    /// <param name="sections">The sections with something on the page, in the order of the page.</param>
    public static object Of(ReportInput input, ImmutableArray<RenderedSection> sections)
    {
        var (analysis, context) = (input.Analysis, input.Context);
        var controls = analysis.Features.Count(input.Results.IsControl);
        var sets = analysis.Features.Count(features => features.Single is null && !input.Results.IsControl(features));
        string[] beside =
        [
            .. sets == 0 ? Array.Empty<string>() : [$"{NumberText.Count(sets)} {(sets == 1 ? "set" : "sets")} of features"],
            .. controls == 0 ? Array.Empty<string>() : [$"{NumberText.Count(controls)} {(controls == 1 ? "control" : "controls")}"],
        ];
        return new
        {
            experiment = context.Experiment,
            dataset = analysis.Dataset.Name,
            materials = NumberText.Count(analysis.Dataset.Materials),
            targets = NumberText.Count(analysis.Targets.Length),
            isOneTarget = analysis.Targets.Length == 1,
            features = NumberText.Count(analysis.Features.Length - sets - controls),
            isOneFeature = analysis.Features.Length - sets - controls == 1,
            sets = string.Join(" and ", beside),
            seeds = NumberText.Count(analysis.Seeds.Length),
            isOneSeed = analysis.Seeds.Length == 1,
            representations = string.Join(" and ", analysis.Representations.Select(r => r.Name)),
            opening = sections.Except(Listed(sections)).Select(section => new { id = section.Id, html = section.Html }).ToArray(),
            navigation = Listed(sections).GroupBy(section => section.Part)
                .Select(part => new
                {
                    title = part.Key == PagePart.Findings ? "Findings" : "Background",
                    links = part.Select(section => new { id = section.Id, text = section.Link }).ToArray(),
                }).ToArray(),
            sections = Listed(sections).Select(section => new { id = section.Id, title = section.Title, html = section.Html }).ToArray(),
            version = context.ProgramVersion,
            generatedAt = Time(context.GeneratedAt),
        };
    }

    /// <summary>A time as pages state it.</summary>
    public static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture).Replace("UTC+00:00", "UTC");

    private static IEnumerable<RenderedSection> Listed(ImmutableArray<RenderedSection> sections) =>
        sections.Where(section => section.Part != PagePart.Opening);
}
