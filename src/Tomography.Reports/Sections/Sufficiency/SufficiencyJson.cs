using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Sufficient sets in <c>analysis.json</c>; shares are fractions.</summary>
internal static class SufficiencyJson
{
    /// <summary>A search.</summary>
    public static object Of(SufficiencyAnalysis found) => new
    {
        Representation = found.Representation.Name,
        Target = found.Question.Target.Value,
        From = found.Question.From.Names(),
        found.Question.Within,
        found.Question.AtMost,
        SearchSeeds = found.Question.SearchSeeds.ToArray(),
        TestSeeds = found.Question.TestSeeds.ToArray(),
        found.IsFinished,
        found.IsSpent,
        SetsTried = found.OwnSets,
        Minimal = found.Found.Select(Of).ToArray(),
        Peers = found.Peers.Select(p => new { p.Name, SetsTried = p.Sets, Choice = p.Choice is { } set ? Of(set) : null }).ToArray(),
        Tried = found.Tried.Select(t => new { Set = t.Set.Names(), ValidationError = t.Error, t.Left, t.IsOfSearch }).ToArray(),
    };

    private static object Of(JudgedSet set) => new
    {
        Set = set.Set.Names(),
        Verdict = set.Verdict.Word(),
        LeftByValidation = set.SearchLeft,
        LeftByTest = -set.Effect?.Change,
        Low = -set.Effect?.High,
        High = -set.Effect?.Low,
        set.Redundancy,
        ToldBits = set.Bits,
        Members = set.Members.Select(m => new
        {
            Property = m.Property.Value,
            AddedBits = m.Bits,
            Unique = m.Parts?.Unique.LessChance,
            Redundant = m.Parts?.Redundant.LessChance,
            Synergetic = m.Parts?.Synergetic.LessChance,
            Decomposition = m.Parts?.Method.Id,
            ErrorGrowth = m.Without,
        }).ToArray(),
    };
}
