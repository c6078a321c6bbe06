using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>The models of searches for sufficient sets: set after set on the seeds that search, what was found on all others.</summary>
internal sealed class SufficientRounds : IModelRounds
{
    /// <summary>How many models a question asks for at most in one representation, by the number of seeds.</summary>
    public static Func<SufficientSettings, long> Most(int seeds) => settings =>
    {
        const long Judged = 2 + 5 + 2;
        return settings.SearchSeeds * (long)settings.MostSets * (settings.HasPeers ? 3 : 1) + Judged * seeds;
    };

    /// <inheritdoc/>
    public bool IsAsked(Plan plan) => !plan.Sufficient.IsEmpty;

    /// <inheritdoc/>
    public IEnumerable<ModelSpec> Models(Plan plan, Variant variant, RoundResults results) =>
        from representation in plan.Representations
        from study in SufficientStudy.All(plan, variant, representation, results)
        from spec in study.Models()
        select spec;
}
