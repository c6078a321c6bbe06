using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Judges sets by the test errors of seeds that the search did not see: how much the references improve on each, paired by crystal, with
/// the interval that verdicts have.
/// </summary>
/// <param name="question">What was asked.</param>
/// <param name="clusters">Which materials have one formula.</param>
/// <param name="errorsOf">The test errors of a set on a seed; null where they are not there.</param>
internal sealed class SetJudge(SufficiencyQuestion question, FormulaClusters clusters, Func<PropertySet, int, TestErrors?> errorsOf)
{
    /// <summary>What the references do to each set, the worse of them, and what follows.</summary>
    /// <param name="sets">The sets, judged together, since few seeds tell the variance of one only roughly.</param>
    public IReadOnlyDictionary<PropertySet, (Effect? Effect, SufficiencyVerdict Verdict)> Judge(IReadOnlyCollection<PropertySet> sets)
    {
        var pairs = (from set in sets.Distinct() from reference in question.References select (Set: set, Reference: reference)).ToArray();
        var parts = pairs.Select(p => p.Set == p.Reference ? null : EffectEstimator.Of(Pairs(p.Set, p.Reference), clusters)).ToArray();
        var effects = pairs.Zip(EffectEstimator.Finished(parts)).ToLookup(p => p.First.Set, p => p.Second);
        // From few formulas nothing is said of others, whatever the interval, as of edges.
        var isOfFew = parts.Any(p => new VerdictSettings().AreTooFew(p?.Clusters));
        return sets.Distinct().ToDictionary(set => set, set =>
        {
            var worst = effects[set].OfType<Effect>().OrderBy(e => e.Low).FirstOrDefault();
            // All properties by themselves suffice whatever they do.
            return (worst, set == question.Full ? SufficiencyVerdict.Sufficient : Of(set, worst, isOfFew));
        });
    }

    private SufficiencyVerdict Of(PropertySet set, Effect? effect, bool isOfFew)
    {
        var isThere = question.References.Append(set).All(s => question.TestSeeds.All(seed => errorsOf(s, seed) is not null));
        if (!isThere) return SufficiencyVerdict.Waiting;
        return effect is null || isOfFew ? SufficiencyVerdict.Undecided
            : effect.Low > -question.Within ? SufficiencyVerdict.Sufficient
            : effect.High < -question.Within ? SufficiencyVerdict.Insufficient
            : SufficiencyVerdict.Undecided;
    }

    private List<ErrorPair> Pairs(PropertySet set, PropertySet reference)
    {
        var pairs = new List<ErrorPair>();
        foreach (var seed in question.TestSeeds)
            if (errorsOf(set, seed) is { } without && errorsOf(reference, seed) is { } with
                && without.Crystals.SequenceEqual(with.Crystals))
                pairs.Add(new(seed, without, with));
        return pairs;
    }
}
