namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Submit -p:Wait=true</c>: submits an array and waits for it, then one for the models that follow from its results, until nothing
/// follows. Tasks know nothing of what a study asks, so that who waits is the one who asks again.
/// </summary>
public static class SubmitRoundsStage
{
    /// <summary>Submits and waits.</summary>
    /// <param name="plans">The plans, at least one.</param>
    /// <param name="store">Full path of the store; the nodes see it under the same path.</param>
    /// <param name="submit">Submits some plans, and says what was done.</param>
    /// <param name="tell">Hears how it goes.</param>
    /// <param name="onRound">Told of each plan that got more models, by its place, before they are submitted.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    /// <param name="cancellation">Ends the wait; the array goes on.</param>
    /// <returns>What went wrong, where models are left; null where all are there.</returns>
    /// <exception cref="DiagnosticException">The scheduler refuses, or the template is not valid.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public static Task<Diagnostic?> RunAsync(
        IReadOnlyList<Plan> plans, string store, Func<IReadOnlyList<Plan>, IReadOnlyList<string>> submit, Action<string> tell,
        Action<int, Plan> onRound, Action<string> onDamage, CancellationToken cancellation) =>
        RunAsync(
            plans, store, submit, tell, onRound, onDamage,
            round => WaitStage.RunAsync(round, store, tell, cancellation));

    /// <summary>The same, with the wait as a function.</summary>
    internal static async Task<Diagnostic?> RunAsync(
        IReadOnlyList<Plan> plans, string store, Func<IReadOnlyList<Plan>, IReadOnlyList<string>> submit, Action<string> tell,
        Action<int, Plan> onRound, Action<string> onDamage, Func<IReadOnlyList<Plan>, Task<Diagnostic?>> wait)
    {
        var (results, failures) = (new ResultStore(store), new FailureStore(new(store)));
        var current = plans.ToArray();
        var round = plans;
        Diagnostic? problem = null;
        while (true)
        {
            foreach (var line in submit(round)) tell(line);
            problem = await wait(round).ConfigureAwait(false) ?? problem;
            // Models that failed hold nothing up, as in a build; those that nobody trains any more do.
            var jobs = round.SelectMany(p => p.Jobs);
            if (jobs.Any(j => !results.ContainsAll(j.Key, j.Keeps) && failures.Read(j.Key) is null)) return problem;
            var further = new List<Plan>();
            for (var place = 0; place < current.Length; place++)
            {
                var extended = RoundPlanner.Extend(current[place], store, Repertoire.Default, onDamage);
                var known = current[place].Jobs.Length;
                if (extended.Jobs.Length == known) continue;
                // What failed in a round is not tried again in the next.
                further.Add(extended with { Jobs = [.. extended.Jobs.Skip(known)] });
                current[place] = extended;
                onRound(place, extended);
            }

            if (further.Count == 0) return problem;
            round = further;
        }
    }
}
