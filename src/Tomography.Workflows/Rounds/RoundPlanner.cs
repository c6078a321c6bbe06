using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Adds to plans the models that follow from results.</summary>
internal static class RoundPlanner
{
    /// <summary>The questions in rounds that there are.</summary>
    private static readonly ImmutableArray<IModelRounds> s_questions = [new SufficientRounds()];

    /// <summary>Whether models may follow from the results of a plan's others.</summary>
    public static bool Asks(Plan plan) => s_questions.Any(q => q.IsAsked(plan));

    /// <summary>
    /// A plan with all models that its questions ask for, given what the store has; the plan itself where they ask for none that it lacks.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="repertoire">What settings there are.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static Plan Extend(Plan plan, string store, Repertoire repertoire, Action<string> onDamage)
    {
        // Reading the values and results for nothing would make every build slower.
        var asked = s_questions.Where(q => q.IsAsked(plan)).ToArray();
        if (asked.Length == 0) return plan;
        var results = new RoundResults(plan, store, repertoire, onDamage);
        var known = plan.Jobs.Select(j => (j.Variant, j.Key)).ToHashSet();
        var further = ImmutableArray.CreateBuilder<Job>();
        foreach (var variant in plan.Variants)
            foreach (var question in asked)
                foreach (var spec in question.Models(plan, variant, results))
                    if (results.KeyOf(variant, spec) is var key && known.Add((variant.Id, key)))
                        further.Add(new(key, variant.Id, spec, variant.Settings.Keep.Of(spec)) { Follows = true });
        return further.Count == 0 ? plan : plan with { Jobs = [.. plan.Jobs, .. further] };
    }
}
