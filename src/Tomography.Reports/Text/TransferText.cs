using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What learning together does, in words that need no statistics.</summary>
internal static class TransferText
{
    /// <summary>What a verdict on learning together means, in one sentence, and what it lacks, where it does.</summary>
    /// <param name="verdict">The verdict; its feature is what is learnt along.</param>
    /// <param name="smallest">The smallest change that matters, a fraction.</param>
    public static string Sentence(EdgeVerdict verdict, double smallest) => Meaning(verdict, smallest) + VerdictText.Lacks(verdict);

    /// <summary>How what a pair does as feature and as task goes together, in one sentence; null where that is open.</summary>
    public static string? Sentence(TransferComparison pair)
    {
        var (from, to) = (pair.From.Value, pair.To.Value);
        return pair.Concord switch
        {
            Concord.Agrees => pair.Transfer.Kind switch
            {
                VerdictKind.Informs => $"{from} helps {to} either way: {Both(pair)}.",
                VerdictKind.Harms => $"{from} harms {to} either way: {Both(pair)}.",
                _ => $"{from} does nothing for {to}, neither as a feature nor learnt along: {Both(pair)}.",
            },
            Concord.OnlyAsFeature => $"{from} helps {to} as a feature, and learnt along it {Does(pair.Transfer)}: {Both(pair)}.",
            Concord.OnlyAsTask => $"{from} helps {to} where it is learnt along, and as a feature it {Does(pair.Feature!)}: {Both(pair)}.",
            Concord.OneHarms => $"{from} as a feature {Does(pair.Feature!)} for {to}, and learnt along it {Does(pair.Transfer)}: "
                + $"{Both(pair)}.",
            _ => null,
        };
    }

    /// <summary>How far rankings agree, a sentence for each that is known and one for all others.</summary>
    public static IEnumerable<string> Sentences(IReadOnlyCollection<TransferAgreement> agreements)
    {
        foreach (var agreement in agreements)
            if (agreement.Ranks is { } ranks)
                yield return $"In {agreement.Representation.Name}, partners rank by what they do learnt along as they do "
                    + $"{(agreement.With == TransferRanking.Affinity ? "by the affinity of their gradients" : "as features")} with a "
                    + $"correlation of {NumberText.Plain(ranks.Rho, 2)} ({NumberText.Plain(ranks.Low, 2)} to "
                    + $"{NumberText.Plain(ranks.High, 2)}; Spearman within targets, 95 % interval, {agreement.Pairs} pairs).";
        var few = agreements.Where(agreement => agreement.Ranks is null).Select(agreement =>
            $"{agreement.Pairs} of {agreement.Sources} with {(agreement.With == TransferRanking.Affinity ? "gradients" : "features")} in "
                + agreement.Representation.Name).ToArray();
        if (few.Length > 0)
            yield return $"To compare how partners rank takes {TransferAgreement.FewestPairs} pairs of {TransferAgreement.FewestSources} "
                + $"partners whose transfer can be trusted; there are {string.Join(", ", few)}.";
    }

    /// <summary>How verdicts go together, in one word for tables.</summary>
    public static string Word(this Concord concord) => concord switch
    {
        Concord.Agrees => "agree",
        Concord.OnlyAsFeature => "only as a feature",
        Concord.OnlyAsTask => "only learnt along",
        Concord.OneHarms => "one harms",
        _ => "open",
    };

    private static string Meaning(EdgeVerdict verdict, double smallest)
    {
        var (along, target) = (verdict.Feature.Listed(), verdict.Target.Value);
        var size = verdict.Effect is { } e ? Size(e) : "";
        return verdict.Kind switch
        {
            VerdictKind.Informs when verdict.AgainstControl is not null =>
                $"Learning {along} along, the model errs {size} % less on {target}: more than chance or noise learnt along does.",
            VerdictKind.Informs => $"Learning {along} along, the model errs {size} % less on {target}: more than chance does. No control "
                + "ran along.",
            VerdictKind.Harms => $"Learning {along} along, the model errs {size} % more on {target} than alone"
                + $"{(verdict.AgainstControl is null ? "" : ", and more than with noise learnt along")}.",
            VerdictKind.Nothing => $"Whatever learning {along} along does to {target} is less than {VerdictText.Percents(smallest)} % of "
                + "the error.",
            VerdictKind.Undecided when GivesBack(verdict) => $"With {along} the model errs {Size(verdict.AgainstControl!)} % less on "
                + $"{target} than with noise learnt along, seen by itself and not corrected for the number of edges, and still no less "
                + $"than alone: what {along} gives makes up for sharing at best.",
            VerdictKind.Undecided when verdict is { Reason: VerdictReason.None, SmallestFound: { } least } =>
                VerdictText.CannotTell(least),
            _ => Why(verdict.Reason),
        };
    }

    private static string Why(VerdictReason reason) => reason switch
    {
        VerdictReason.Data => "Values of one of the targets lie far from all others, or stand for none: correct them first.",
        VerdictReason.BaselineLearntNothing => "Alone, the model is not clearly better than the best constant, so there is nothing to "
            + "compare with.",
        VerdictReason.ControlInforms => "Noise learnt along makes the error smaller, too.",
        VerdictReason.FewSeeds => "Fewer than three seeds have both models.",
        _ => VerdictText.Why(reason),
    };

    // Clearly better than beside noise, and no better than alone.
    private static bool GivesBack(EdgeVerdict verdict) =>
        verdict is { Reason: VerdictReason.None, Effect.Change: >= 0, AgainstControl: { Change: < 0, High: < 0 } };

    private static string Does(EdgeVerdict verdict) => verdict.Kind switch
    {
        VerdictKind.Informs => "helps",
        VerdictKind.Harms => "harms",
        _ => "does nothing",
    };

    private static string Both(TransferComparison pair) =>
        $"{VerdictText.Change(pair.Feature!.Effect)} as a feature, {VerdictText.Change(pair.Transfer.Effect)} learnt along";

    private static string Size(Effect effect) => NumberText.Signed(100 * Math.Abs(effect.Change)).TrimStart('+');
}
