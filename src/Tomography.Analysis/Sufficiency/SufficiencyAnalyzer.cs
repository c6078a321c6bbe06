using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Turns a search over sets, and the test errors of what it found, into what reports say of sufficient sets.</summary>
public static class SufficiencyAnalyzer
{
    /// <summary>Analyses one search.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="search">The search.</param>
    /// <param name="ranking">What the properties tell.</param>
    /// <param name="errorOf">The mean validation error of a set, as the search was told.</param>
    /// <param name="testErrorsOf">The test errors of a set on a seed; null where they are not there.</param>
    /// <param name="ratioOf">The test error of a set on a seed / that of the best constant; null where it is not there.</param>
    /// <param name="formulas">Per material its formula.</param>
    public static SufficiencyAnalysis Of(
        Representation representation, SufficiencySearch search, PropertyRanking ranking, Func<PropertySet, double?> errorOf,
        Func<PropertySet, int, TestErrors?> testErrorsOf, Func<PropertySet, int, double?> ratioOf, ImmutableArray<string> formulas)
    {
        var question = search.Question;
        var errors = new SetErrors(question, errorOf, int.MaxValue);
        var judge = new SetJudge(question, FormulaClusters.Of(formulas), testErrorsOf);
        var choices = search.Peers.Select(p => p.Set).OfType<PropertySet>().ToArray();
        var judged = judge.Judge([.. search.Found.Take(question.MostJudged), .. choices]);
        var shares = new MemberShares(question.Target, ranking);
        var own = search.Searched.Take(search.OwnSets).ToHashSet();
        var areReferencesThere = question.References.All(r => errorOf(r) is not null);
        return new(representation, question, search.IsFinished, search.IsSpent)
        {
            Found = [.. search.Found.Select(Judged)],
            Tried = areReferencesThere
                ? [.. search.Searched.Where(s => errorOf(s) is not null).Select(s => new TriedSet(
                    s, double.IsFinite(errors.ErrorOf(s)) ? errors.ErrorOf(s) : null, errors.LeftOf(s), own.Contains(s)))]
                : [],
            Peers = [.. search.Peers.Select(p => new PeerResult(p.Name, p.Sets, p.Set is { } set ? Judged(set) : null))],
            OwnSets = search.OwnSets,
        };

        JudgedSet Judged(PropertySet set)
        {
            var (effect, verdict) = judged.TryGetValue(set, out var known) ? known : (null, SufficiencyVerdict.Undecided);
            if (verdict == SufficiencyVerdict.Sufficient && !HasLearnt(set) && !HasLearnt(question.Full))
                verdict = SufficiencyVerdict.NothingLearnt;
            return new(set, errors.LeftOf(set), effect, verdict)
            {
                Redundancy = ranking.Redundancy(set),
                Bits = ranking.Told(set, PropertySet.None),
                Members = shares.Of(set, name => Growth(set, new(set.Where(n => n != name)))),
            };
        }

        bool HasLearnt(PropertySet set)
        {
            double[] ratios = [.. question.TestSeeds.Select(seed => ratioOf(set, seed)).OfType<double>()];
            return ratios.Length > 1 && testErrorsOf(set, question.TestSeeds[0]) is { } errors
                && BestConstant.IsBeaten(ratios, (double)errors.Crystals.Length / errors.Trained);
        }

        double? Growth(PropertySet set, PropertySet without) =>
            errorOf(without) is { } larger && double.IsFinite(larger) && errorOf(set) is > 0 and { } error && double.IsFinite(error)
                ? larger / error - 1
                : null;
    }
}
