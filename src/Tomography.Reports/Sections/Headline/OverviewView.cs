using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>All verdicts in one picture: features down, targets across, in each cell the representations side by side, and a frame where
/// they differ in what matters.</summary>
internal static class OverviewView
{
    // With more targets the numbers have no room beside the marks.
    private const int MostWithNumbers = 5;

    /// <summary>Null where there is no verdict.</summary>
    public static object? Of(StudyAnalysis analysis)
    {
        if (analysis.Verdicts.IsEmpty) return null;
        var verdicts = analysis.Verdicts.ToDictionary(v => (v.Representation, v.Feature, v.Target));
        return new
        {
            hasNumbers = analysis.Targets.Length <= MostWithNumbers,
            representations = analysis.Representations.Select(r => r.Name).ToArray(),
            isSplit = analysis.Representations.Length > 1,
            order = string.Join(", then ", analysis.Representations.Select(r => r.Name)),
            targets = analysis.Targets.Select(target => target.Name.Value).ToArray(),
            figure = OverviewFigure.Of(analysis),
            rows = OverviewFigure.Judged(analysis).Select(features => new
            {
                feature = features.Label(),
                cells = analysis.Targets.Select(target => Cell(analysis, features, target.Name, verdicts)).ToArray(),
            }).ToArray(),
            legend = Enum.GetValues<VerdictKind>().Select(kind => new
            {
                word = kind.Word(),
                mark = Mark(kind),
                meaning = kind.Meaning(),
            }).ToArray(),
        };
    }

    private static object Cell(
        StudyAnalysis analysis, PropertySet features, PropertyName target,
        Dictionary<(Representation, PropertySet, PropertyName), EdgeVerdict> verdicts)
    {
        EdgeVerdict?[] edges = [.. analysis.Representations.Select(r => verdicts.GetValueOrDefault((r, features, target)))];
        var difference = Difference(edges);
        return new
        {
            isAnswer = features.Contains(target),
            isEncoded = difference is not null,
            tip = Tip(features, target, edges, difference, analysis.VerdictSettings.SmallestEffect),
            halves = edges.Select(edge => new
            {
                word = edge?.Kind.Word() ?? "none",
                mark = edge is null ? "" : Mark(edge.Kind),
                change = edge?.Effect is { } effect ? NumberText.Rounded(100 * effect.Change) : "",
            }).ToArray(),
        };
    }

    private static string? Difference(EdgeVerdict?[] edges) => OverviewFigure.IsEncoded(edges)
        ? "It informs in composition and is nothing in structure: structure encodes it already." : null;

    private static string Tip(
        PropertySet features, PropertyName target, EdgeVerdict?[] edges, string? difference, double smallest) => string.Join('\n',
    [
        $"{features.Label()} \u2192 {target.Value}",
        .. features.Contains(target) ? ["The target itself is among the features: it counts nowhere."] : edges.OfType<EdgeVerdict>()
            .Select(v => $"{v.Representation.Name}: {v.Words()}. {(v.Effect is null ? "" : $"{VerdictText.Change(v.Effect)}. ")}"
                + $"{VerdictText.Sentence(v, smallest)} Seeds: {v.SeedsMeasured} of {v.SeedsPlanned}."),
        .. difference is null ? Array.Empty<string>() : [difference],
    ]);

    private static string Mark(VerdictKind kind) => kind switch
    {
        VerdictKind.Informs => "\u25bc",
        VerdictKind.Harms => "\u25b2",
        VerdictKind.Nothing => "\u25cb",
        VerdictKind.Undecided => "?",
        _ => "!",
    };
}
