using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Other ways to choose a set, each with as many sets as the search took.</summary>
internal static class PeerSets
{
    /// <summary>The names of the ways, as reports tell them.</summary>
    public const string ByRanking = "relevance and redundancy (MODNet)", AtRandom = "random sets";

    /// <summary>The first properties of a ranking: one, two and so on; then without what can be spared of the first that suffice.</summary>
    /// <param name="question">What is searched for.</param>
    /// <param name="ranking">The properties, the best first.</param>
    /// <param name="errors">The errors of sets.</param>
    /// <returns>The choice; null where a model is wanted that is not there.</returns>
    public static PeerChoice? Ranked(SufficiencyQuestion question, ImmutableArray<PropertyName> ranking, SetErrors errors)
    {
        if (!errors.Ask([PropertySet.None, .. question.References])) return Ended();
        for (var count = 0; count <= question.AtMost; count++)
        {
            var set = new PropertySet(ranking.Take(count));
            if (!errors.Ask(set)) return Ended();
            if (!errors.Suffices(set)) continue;
            foreach (var name in ranking.Take(count).Reverse())
            {
                var narrower = new PropertySet(set.Where(n => n != name));
                if (!errors.Ask(narrower)) return errors.IsWaiting ? null : new(ByRanking, errors.Asked.Count, set);
                if (errors.Suffices(narrower)) set = narrower;
            }

            return new(ByRanking, errors.Asked.Count, set);
        }

        return new(ByRanking, errors.Asked.Count, null);

        PeerChoice? Ended() => errors.IsWaiting ? null : new(ByRanking, errors.Asked.Count, null);
    }

    /// <summary>Sets of random size and properties; of those that suffice the smallest, then the one with the least error.</summary>
    /// <param name="question">What is searched for.</param>
    /// <param name="sets">How many, references included.</param>
    /// <param name="errors">The errors of sets.</param>
    /// <returns>The choice; null where a model is wanted that is not there.</returns>
    public static PeerChoice? Random(SufficiencyQuestion question, int sets, SetErrors errors)
    {
        PropertySet[] start = [.. question.References.Prepend(PropertySet.None)];
        // Some draws come twice: a hundred for each set that is wanted find enough, or there are no more.
        var random = new SplitMixRandom(0x53554646 + (ulong)question.From.Length);
        var drawn = new List<PropertySet>();
        for (var draw = 0; draw < 100 * sets && drawn.Count < sets - start.Length; draw++)
        {
            var names = question.From.ToArray();
            random.Shuffle(names.AsSpan());
            var set = new PropertySet(names.Take(1 + random.Below(question.AtMost)));
            if (!drawn.Contains(set) && !start.Contains(set)) drawn.Add(set);
        }

        if (!errors.Ask([.. start, .. drawn])) return null;
        PropertySet[] enough = [.. drawn.Prepend(PropertySet.None).Where(errors.Suffices).OrderBy(s => s.Count).ThenBy(errors.ErrorOf)];
        return new(AtRandom, errors.Asked.Count, enough.Length == 0 ? null : enough[0]);
    }
}
