using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Sufficient sets in words.</summary>
internal static class SufficiencyText
{
    private const string None = "\u2013";

    /// <summary>The verdict as JSON and tables write it.</summary>
    public static string Word(this SufficiencyVerdict verdict) => verdict switch
    {
        SufficiencyVerdict.Sufficient => "sufficient",
        SufficiencyVerdict.Insufficient => "insufficient",
        SufficiencyVerdict.Waiting => "waiting",
        SufficiencyVerdict.NothingLearnt => "nothing learnt",
        _ => "undecided",
    };

    /// <summary>The properties of a set as people read them.</summary>
    public static string SetLabel(this PropertySet set) => set.IsEmpty ? "no property" : set.Label();

    /// <summary>What a search came to, in a sentence of plain text.</summary>
    public static string Sentence(SufficiencyAnalysis found)
    {
        var (question, where) = (found.Question, $"{found.Question.Target} in {found.Representation.Name}");
        if (!found.IsFinished)
            return $"The search for {where} goes on: {Count(found.OwnSets)} so far. Building again trains what it asks for next.";
        if (found.Found.IsEmpty)
            return $"For {where} no set of at most {question.AtMost} of {question.From.Length} properties was found that leaves less than "
                + $"{Percent(question.Within)} % to the others{Spent(found)}.";
        return $"For {where}, {Count(found.OwnSets)} of the {question.From.Length} properties were tried. {Minimal(found)}{Spent(found)}.";
    }

    /// <summary>How much all properties take off the error, with its interval, in percent: above 0 where they improve on the set.</summary>
    public static string Gain(Effect? effect) => effect is null
        ? None
        : $"{Signed(-effect.Change)} % ({Signed(-effect.High)} to {Signed(-effect.Low)})";

    /// <summary>A share in percent with its sign; a dash where there is none.</summary>
    public static string Signed(double? share) => share is { } number ? NumberText.WithMinus((100 * number).ToString(
        "+0.0;-0.0;0.0", System.Globalization.CultureInfo.InvariantCulture)) : None;

    /// <summary>A share in percent, without needless decimals.</summary>
    public static string Percent(double share) => NumberText.Plain(100 * share, 1).Replace(".0", "", StringComparison.Ordinal);

    private static string Minimal(SufficiencyAnalysis found)
    {
        const string Seeds = "the seeds that the search did not see";
        var shown = found.Sufficient.ToArray();
        if (found.Found is [{ Verdict: SufficiencyVerdict.NothingLearnt }, ..])
            return "That says nothing: models do not clearly beat the best constant, whatever they are told";
        if (found.Found is [var only])
            return $"One is minimal: {only.Set.SetLabel()}, which {Seeds} {(shown.Length == 1 ? "show" : "do not show")} to suffice";
        var smallest = shown.Length switch
        {
            0 => "",
            1 => $": {shown[0].Set.SetLabel()}",
            _ => $", the smallest being {shown[0].Set.SetLabel()}",
        };
        var many = shown.Length switch { 0 => "none is", 1 => "one is", var some => $"{some} are" };
        return $"{found.Found.Length} are minimal; {many} shown to suffice by {Seeds}{smallest}";
    }

    private static string Count(int sets) => $"{NumberText.Count(sets)} sets";

    private static string Spent(SufficiencyAnalysis found) =>
        found.IsSpent ? $"; the search ended after the {found.Question.MostSets} sets that it may train, so that there may be others" : "";
}
