using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// The search of one question in one representation, as far as the models that are there allow. It depends on their errors alone, so that
/// it goes the same way whenever it is repeated.
/// </summary>
public sealed class SufficiencySearch
{
    private SufficiencySearch(SufficiencyQuestion question) => Question = question;

    /// <summary>What is searched for.</summary>
    public SufficiencyQuestion Question { get; }

    /// <summary>The sets that were asked for on the seeds of the search, in order; the last ones may not be there.</summary>
    public required ImmutableArray<PropertySet> Searched { get; init; }

    /// <summary>How many of them the search itself asked for, not its peers.</summary>
    public required int OwnSets { get; init; }

    /// <summary>The minimal sets by validation errors, the smallest first, then the least redundant; the first are judged.</summary>
    public required ImmutableArray<PropertySet> Found { get; init; }

    /// <summary>The sets that are to be judged on the other seeds, references first; none while the search goes on.</summary>
    public required ImmutableArray<PropertySet> Judged { get; init; }

    /// <summary>Whether the search has ended, so that nothing but the judgement is left.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>Whether it ended because it may train no further set.</summary>
    public required bool IsSpent { get; init; }

    /// <summary>What other ways chose.</summary>
    internal ImmutableArray<PeerChoice> Peers { get; private init; } = [];

    /// <summary>Searches.</summary>
    /// <param name="question">What is searched for.</param>
    /// <param name="ranking">What the properties tell.</param>
    /// <param name="errorOf">
    /// The mean validation error of a set over the seeds of the search, in the target's unit; null where it is not there yet, infinite
    /// where its models failed.
    /// </param>
    public static SufficiencySearch Of(SufficiencyQuestion question, PropertyRanking ranking, Func<PropertySet, double?> errorOf) =>
        Of(question, (name, known) => ranking.Told(name, known), ranking.Redundancy, ranking.ByRelevanceAndRedundancy, errorOf);

    /// <summary>The same with what properties tell given in another way.</summary>
    internal static SufficiencySearch Of(
        SufficiencyQuestion question, Func<PropertyName, PropertySet, double> told, Func<PropertySet, double> redundancy,
        Func<ImmutableArray<PropertyName>> ranked, Func<PropertySet, double?> errorOf)
    {
        var errors = new SetErrors(question, errorOf, question.MostSets);
        var sets = new MinimalSets(question, told, errors);
        sets.Search();
        var (asked, peers, isFinished) = (errors.Asked.ToList(), new List<PeerChoice>(), !errors.IsWaiting);
        if (isFinished && question.HasPeers)
        {
            var (ofRanking, ofRandom) = (Limited(), Limited());
            PeerChoice?[] chosen =
            [
                PeerSets.Ranked(question, ranked(), ofRanking), PeerSets.Random(question, errors.Asked.Count, ofRandom),
            ];
            asked.AddRange(ofRanking.Asked.Concat(ofRandom.Asked));
            peers.AddRange(chosen.OfType<PeerChoice>());
            isFinished = chosen.All(c => c is not null);
        }

        ImmutableArray<PropertySet> found = [.. sets.Found.OrderBy(s => s.Count).ThenBy(redundancy).ThenBy(s => s.ToString(),
            StringComparer.Ordinal)];
        return new(question)
        {
            Searched = [.. asked.Distinct()],
            OwnSets = errors.Asked.Count,
            Found = found,
            Judged = isFinished
                ? [.. question.References.Concat(found.Take(question.MostJudged)).Concat(peers.Select(p => p.Set).OfType<PropertySet>())
                    .Distinct()]
                : [],
            IsFinished = isFinished,
            IsSpent = errors.IsSpent,
            Peers = [.. peers],
        };

        SetErrors Limited() => new(question, errorOf, errors.Asked.Count);
    }
}
