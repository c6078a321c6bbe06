using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The findings of a study in a few lines for a terminal: what was found, what was not, and what to do next. ASCII but for names,
/// since terminals differ.</summary>
public static class FindingsText
{
    /// <summary>
    /// The lines: three, and a fourth with a command where seeds would settle something; then one for each search for sufficient sets, and
    /// one for each representation where retrieval was asked for.
    /// </summary>
    /// <param name="analysis">The study.</param>
    /// <param name="context">What to say beside it: the command.</param>
    public static ImmutableArray<string> Lines(StudyAnalysis analysis, ReportContext context)
    {
        var plan = analysis.Entanglement.Steering;
        var asksForSeeds = plan.Proposals.Length + plan.Deferred.Length > 0 && context.SteerCommand.Length > 0;
        string[] command = asksForSeeds ? [$"More seeds: {context.SteerCommand}"] : [];
        return
        [
            .. new[] { Found(analysis), NotFound(analysis), Next(analysis) }.Select(Plain), .. command,
            .. analysis.Sufficiency.Select(SufficiencyText.Sentence).Concat(analysis.Retrieval.Select(RetrievalText.Short)).Select(Plain),
        ];
    }

    private static string Found(StudyAnalysis analysis)
    {
        if (analysis.Verdicts.IsEmpty)
            return FindingText.Beside(analysis).Any()
                ? $"Found: {FindingText.WhyEmpty(analysis)}"
                : $"Found: nothing. {FindingText.WhyEmpty(analysis)}";
        var (informs, harms) = (Of(VerdictKind.Informs), Of(VerdictKind.Harms));
        var parts = string.Join(", ", analysis.Representations.Select(r =>
            $"{r.Name} {informs.Count(v => v.Representation == r)} of {analysis.Verdicts.Count(v => v.Representation == r)}"));
        var most = informs.MinBy(v => v.Effect!.Change) is not { } strongest ? ""
            : $" Most of all {strongest.Feature.Label()} \u2192 {strongest.Target.Value} in {strongest.Representation.Name}, error "
                + $"{VerdictText.Change(strongest.Effect)}.";
        return $"Found: {informs.Length} of {analysis.Verdicts.Length} edges {(informs.Length == 1 ? "informs" : "inform")} ({parts}), "
            + $"{harms.Length} {(harms.Length == 1 ? "harms" : "harm")}.{most}";

        EdgeVerdict[] Of(VerdictKind kind) => [.. analysis.Verdicts.Where(v => v.Kind == kind)];
    }

    private static string NotFound(StudyAnalysis analysis)
    {
        // A study without features may ask what learning together or starting from another model does.
        var verdicts = analysis.Verdicts.IsEmpty
            ? Of(analysis.Transfer?.Verdicts).Concat(Of(analysis.Sequence?.Verdicts))
            : analysis.Verdicts;
        var others = verdicts.Where(v => !v.IsClaim).GroupBy(v => (v.Kind, v.Reason)).OrderBy(g => g.Key.Kind)
            .ThenBy(g => g.Key.Reason)
            .Select(g => $"{g.Count()} {(g.Key.Kind == VerdictKind.Nothing ? "shown to be nothing" : g.First().Words())}").ToArray();
        return others.Length == 0 ? "Not found: nothing was left." : $"Not found: {string.Join(", ", others)}.";

        static IEnumerable<EdgeVerdict> Of(IEnumerable<EdgeVerdict>? some) => some ?? [];
    }

    private static string Next(StudyAnalysis analysis)
    {
        var asks = FindingText.Settles(analysis.Entanglement.Steering).ToArray();
        return asks.Length > 0 ? $"Next: {string.Join(' ', asks)}"
            : FindingText.Beside(analysis).Any() ? "Next: name features to compare, to see what properties tell beside what they do along."
            : "Next: name features to compare.";
    }

    private static string Plain(string text) => text.Replace('\u2212', '-').Replace("\u2192", "->", StringComparison.Ordinal);
}
