using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Verdicts in words that need no statistics.</summary>
internal static class VerdictText
{
    /// <summary>The verdict as YAML, JSON and tables write it.</summary>
    public static string Word(this VerdictKind kind) => kind switch
    {
        VerdictKind.Informs => "informs",
        VerdictKind.Harms => "harms",
        VerdictKind.Nothing => "nothing",
        VerdictKind.Undecided => "undecided",
        _ => "untrusted",
    };

    /// <summary>What the word means, for a legend.</summary>
    public static string Meaning(this VerdictKind kind) => kind switch
    {
        VerdictKind.Informs => "the model errs less with the feature, clearly more so than chance or a feature without information",
        VerdictKind.Harms => "the model errs more with the feature, clearly more so than chance or a feature without information",
        VerdictKind.Nothing => "whatever the feature does to the error is too small to matter",
        VerdictKind.Undecided => "this study cannot tell",
        _ => "something is wrong with what the edge rests on; the reason says what",
    };

    /// <summary>The reason as JSON and tables write it; empty where there is none.</summary>
    public static string Word(this VerdictReason reason) => reason switch
    {
        VerdictReason.None => "",
        VerdictReason.Data => "data",
        VerdictReason.FewTestCrystals => "few-test-crystals",
        VerdictReason.FewFormulas => "few-formulas",
        VerdictReason.Diverged => "diverged",
        VerdictReason.BaselineLearntNothing => "baseline-learnt-nothing",
        VerdictReason.NotConverged => "not-converged",
        VerdictReason.ControlInforms => "control-informs",
        VerdictReason.SeedsContradict => "seeds-contradict",
        VerdictReason.MeanAndShareContradict => "mean-and-share-contradict",
        VerdictReason.FewSeeds => "few-seeds",
        VerdictReason.NoControl => "no-control",
        _ => "no-predictions",
    };

    /// <summary>The verdict with its reason, where there is one: <c>untrusted (diverged)</c>.</summary>
    public static string Words(this EdgeVerdict verdict) =>
        verdict.Kind.Word() + (verdict.Reason == VerdictReason.None ? "" : $" ({verdict.Reason.Word()})");

    /// <summary>A change with its interval, in percent: <c>-23.1 % (-30.2 to -16.0)</c>; a dash where there is none.</summary>
    public static string Change(Effect? effect) => effect is null
        ? "\u2013"
        : $"{Percent(effect.Change)} % ({Percent(effect.Low)} to {Percent(effect.High)})";

    /// <summary>What a verdict means, in one sentence, and what it lacks or has spent, where it does.</summary>
    public static string Sentence(EdgeVerdict verdict, double smallest) =>
        $"{Meaning(verdict, smallest)}{Lacks(verdict)}{Spent(verdict)}";

    /// <summary>That seeds are missing, where they are; else empty.</summary>
    public static string Lacks(EdgeVerdict verdict) =>
        verdict.SeedsMeasured < verdict.SeedsPlanned && verdict.Reason != VerdictReason.NoPredictions
            ? $" From {verdict.SeedsMeasured} of {verdict.SeedsPlanned} seeds; build again for the rest."
            : "";

    private static string Spent(EdgeVerdict verdict) => verdict.Looks < 2 ? ""
        : $" It was looked at {verdict.Looks} times as seeds were added, so a claim must be {verdict.Looks * verdict.Looks} times less "
            + "likely by chance.";

    private static string Meaning(EdgeVerdict verdict, double smallest)
    {
        var (feature, target) = (verdict.Feature.Label(), verdict.Target.Value);
        var size = verdict.Effect is { } e ? NumberText.Signed(100 * Math.Abs(e.Change)).TrimStart('+') : "";
        return verdict.Kind switch
        {
            VerdictKind.Informs when verdict.AgainstControl is not null => $"Told {feature}, the model errs {size} % less on {target}: "
                + "more than chance or a feature without information does.",
            VerdictKind.Informs => $"Told {feature}, the model errs {size} % less on {target}: more than chance does. No control of its "
                + "kind ran along.",
            VerdictKind.Harms => $"Told {feature}, the model errs {size} % more on {target}.",
            VerdictKind.Nothing => $"Whatever {feature} adds to {target} is less than "
                + $"{Percents(smallest)} % of the error.",
            VerdictKind.Undecided when verdict is { Reason: VerdictReason.None, SmallestFound: { } least } => CannotTell(least),
            _ => Why(verdict.Reason),
        };
    }

    /// <summary>That a study cannot decide an edge, and what it would have found.</summary>
    /// <param name="least">The smallest change that it finds, a fraction.</param>
    public static string CannotTell(double least) =>
        $"This study cannot tell. It finds a change of {NumberText.Plain(100 * least, 0)} % or more about four times out of five.";

    /// <summary>What a reason means, in one sentence.</summary>
    public static string Why(VerdictReason reason) => reason switch
    {
        VerdictReason.Data => "Values of the feature or the target lie far from all others, or stand for none: correct them first.",
        VerdictReason.FewTestCrystals => "Fewer than 50 crystals test a model: chance decides.",
        VerdictReason.FewFormulas => "Too few formulas are tested, or a few bring most of it: what is seen may hold for these alone.",
        VerdictReason.Diverged => "The error of a model is beyond sense: training diverged.",
        VerdictReason.BaselineLearntNothing => "Without the feature, the model is not clearly better than the best constant, so there is "
            + "nothing to compare with.",
        VerdictReason.NotConverged => "The best epoch is at the end of training: more epochs may change the result.",
        VerdictReason.ControlInforms => "A feature without information makes the error smaller, too.",
        VerdictReason.SeedsContradict => "Seeds say the opposite of each other.",
        VerdictReason.MeanAndShareContradict => "The mean error and most of the crystals say the opposite of each other.",
        VerdictReason.FewSeeds => "Fewer than three seeds have both models.",
        VerdictReason.NoControl => "Fewer than three seeds have its control, which it must be held against; building again trains the "
            + "rest.",
        _ => "The predictions for single crystals are not there; building again makes them.",
    };

    /// <summary>A share in percent with the decimals that it has, two at most.</summary>
    public static string Percents(double share) => (100 * share).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static string Percent(double change) => NumberText.Signed(100 * change);
}
