using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>What was found and what was not, in sentences that need no statistics.</summary>
internal static class FindingText
{
    /// <summary>What a model of a representation is shown.</summary>
    public static string Sees(this Representation representation) =>
        representation == Representation.Structure ? "models that see the whole crystal"
        : representation == Representation.Composition ? "models that see the formula alone"
        : "models of this representation";

    /// <summary>Why there is no verdict at all.</summary>
    public static string WhyEmpty(StudyAnalysis analysis) =>
        Beside(analysis).ToArray() is { Length: > 0 } beside
            ? $"The study compares no features. {string.Join(' ', beside)}"
        : analysis.Features.All(IsControl(analysis))
            ? "The study names no features, so that there is nothing to compare: its models are baselines. The errors of these are below."
            : "No feature was compared: each is the target itself, or contains it.";

    /// <summary>What was found of what is learnt along and of what is started from, a sentence each; none where it is not asked.</summary>
    public static IEnumerable<string> Beside(StudyAnalysis analysis)
    {
        if (analysis.Transfer is { Verdicts.IsEmpty: false } transfer) yield return Counted("Learnt along", transfer.Verdicts);
        if (analysis.Sequence is { Points.IsEmpty: false } sequence)
            yield return Counted("Started from another model", [.. sequence.Verdicts]);

        static string Counted(string how, IReadOnlyCollection<EdgeVerdict> verdicts)
        {
            int informs = verdicts.Count(v => v.Kind == VerdictKind.Informs), harms = verdicts.Count(v => v.Kind == VerdictKind.Harms);
            return $"{how}, {NumberText.Count(informs)} of {NumberText.Count(verdicts.Count)} edges "
                + $"{(informs == 1 ? "informs" : "inform")} and {NumberText.Count(harms)} {(harms == 1 ? "harms" : "harm")}.";
        }
    }

    /// <summary>How sure the claims are; null where there are none.</summary>
    public static string? Sureness(StudyAnalysis analysis)
    {
        var claims = analysis.Verdicts.Where(v => v.IsClaim).ToArray();
        if (claims.Length == 0) return null;
        var without = claims.Count(v => v.AgainstControl is null);
        return $"Of such claims {VerdictText.Percents(analysis.VerdictSettings.FalseClaims)} % at most are expected to be false, for all "
            + $"{NumberText.Count(analysis.Verdicts.Length)} edges together. "
            + (without == 0 ? "Each was held against a feature without information."
                : without == claims.Length ? "None was held against a feature without information: no control of its kind ran along."
                : $"{NumberText.Count(without)} of them were not held against a feature without information.");
    }

    /// <summary>The edges without a claim by what is said of them, those shown to be nothing first.</summary>
    public static IEnumerable<(string Edges, string Why)> NotFound(StudyAnalysis analysis) =>
        from verdict in analysis.Verdicts
        where !verdict.IsClaim
        group verdict by (verdict.Kind, verdict.Reason) into same
        orderby same.Key.Kind, same.Key.Reason
        select (Counted(same, analysis), Why(same.Key.Kind, same.Key.Reason, [.. same], analysis.VerdictSettings.SmallestEffect));

    /// <summary>What would settle the open edges, by what they ask for.</summary>
    public static IEnumerable<string> Settles(SteeringPlan plan)
    {
        foreach (var same in OpenEdge.All(plan).GroupBy(edge => edge.Remedy).OrderBy(group => group.Key))
        {
            var count = same.Count();
            var most = same.Max(edge => edge.Amount);
            yield return $"{Remedied(same.Key, most)} for {NumberText.Count(count)} {(count == 1 ? "edge" : "edges")}, such as "
                + $"{same.First().From} \u2192 {same.First().To} in {same.First().Representation}.";
        }

        if (plan.Waiting > 0)
            yield return $"Another build for {NumberText.Count(plan.Waiting)} {(plan.Waiting == 1 ? "edge" : "edges")} whose models have "
                + "no result yet.";
        if (plan is { Undecided: 0, Waiting: 0, Settled: > 0 })
            yield return "Every edge is settled.";
    }

    private static Func<PropertySet, bool> IsControl(StudyAnalysis analysis) => features => features.All(analysis.Controls.Contains);

    private static string Counted(IGrouping<(VerdictKind, VerdictReason), EdgeVerdict> same, StudyAnalysis analysis)
    {
        var all = $"{NumberText.Count(same.Count())} {(same.Count() == 1 ? "edge" : "edges")}";
        if (analysis.Representations.Length < 2) return all;
        var parts = analysis.Representations.Select(r => (r.Name, Count: same.Count(v => v.Representation == r)))
            .Where(part => part.Count > 0).ToArray();
        return parts.Length == 1
            ? $"{all} in {parts[0].Name}"
            : $"{all}, {string.Join(" and ", parts.Select(part => $"{NumberText.Count(part.Count)} in {part.Name}"))}";
    }

    private static string Why(VerdictKind kind, VerdictReason reason, EdgeVerdict[] edges, double smallest)
    {
        if (kind == VerdictKind.Nothing)
            return $"shown to be nothing: whatever the feature adds is less than {VerdictText.Percents(smallest)} % of the error.";
        if (reason != VerdictReason.None) return $"{kind.Word()}. {VerdictText.Why(reason)}";
        var found = edges.Select(v => 100 * v.SmallestFound!.Value).ToArray();
        var (least, most) = (NumberText.Plain(found.Min(), 0), NumberText.Plain(found.Max(), 0));
        return $"undecided: the study is too small to tell. Four times out of five it would find a change of "
            + $"{(least == most ? least : $"{least} to {most}")} % or more.";
    }

    private static string Remedied(Remedy remedy, int? most) => (remedy, most) switch
    {
        (Remedy.Materials, { } all) => $"More materials, up to {NumberText.Count(all)} in all,",
        (Remedy.Materials, _) => "More materials",
        (Remedy.Epochs, { } all) => $"More epochs, {NumberText.Count(all)} in all,",
        (Remedy.Epochs, _) => "More epochs",
        (Remedy.Data, _) => "Corrected values",
        (Remedy.Settings, _) => "Another model or training",
        (Remedy.Build, _) => "Another build, which makes predictions that are not there,",
        _ => "More seeds",
    };
}
