using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The one rule by which edges are judged.</summary>
internal static class VerdictRule
{
    private const double Clear = 3, ControlChance = 0.01;

    /// <summary>
    /// What keeps an edge from being judged, whatever its effect, by the first reason that holds; none where nothing does.
    /// </summary>
    /// <param name="edge">What is known of it.</param>
    /// <param name="settings">When a verdict is given.</param>
    public static VerdictReason Obstacle(EdgeEvidence edge, VerdictSettings settings)
    {
        if (edge.HasOddData) return VerdictReason.Data;
        var (paired, scores) = (edge.Errors.Paired, edge.Errors.Scores);
        if (scores.Length < settings.FewestSeeds) return VerdictReason.FewSeeds;
        if (paired.Seeds < settings.FewestSeeds) return VerdictReason.NoPredictions;
        if (edge.ControlSeeds < settings.FewestSeeds) return VerdictReason.NoControl;
        if (paired.TestCrystals < settings.FewestTestCrystals) return VerdictReason.FewTestCrystals;
        if (settings.AreTooFew(edge.Parts?.Clusters)) return VerdictReason.FewFormulas;
        if (scores.Any(s => Math.Max(s.Without.TestMae, s.With.TestMae) > settings.Diverged * s.With.ConstantMae))
            return VerdictReason.Diverged;
        if (edge.Effect is null) return VerdictReason.NoPredictions;
        if (!HasLearnt(edge, s => s.Without) && !(edge.EitherMayLearn && HasLearnt(edge, s => s.With)))
            return VerdictReason.BaselineLearntNothing;
        return EndsTooEarly(edge.Errors.Convergence!, settings) ? VerdictReason.NotConverged : VerdictReason.None;
    }

    /// <summary>The verdicts of all edges of a report, in their order.</summary>
    /// <param name="edges">What was found of each.</param>
    /// <param name="settings">When a verdict is given.</param>
    public static ImmutableArray<EdgeVerdict> Decide(IReadOnlyList<EdgeFindings> edges, VerdictSettings settings)
    {
        // Edges that can make no claim are none of those that are corrected for: their chances would make those of others look better.
        VerdictReason[] obstacles = [.. edges.Select(e => e.Obstacle == VerdictReason.None ? OfControl(e) : e.Obstacle)];
        int[] open = [.. Enumerable.Range(0, edges.Count).Where(i => obstacles[i] == VerdictReason.None)];
        var corrected = BenjaminiHochberg.Of([.. open.Select(i => edges[i].PValue!.Value)]);
        var q = new double?[edges.Count];
        for (var k = 0; k < open.Length; k++) q[open[k]] = corrected[k];
        return [.. edges.Select((edge, i) => Verdict(edge, obstacles[i], q[i], settings))];
    }

    private static VerdictReason OfControl(EdgeFindings edge) =>
        edge.ControlEffect is { Change: < 0, PValue: < ControlChance } ? VerdictReason.ControlInforms : VerdictReason.None;

    private static EdgeVerdict Verdict(EdgeFindings edge, VerdictReason obstacle, double? q, VerdictSettings settings)
    {
        var (kind, reason) = q is { } chance ? Claimed(edge, edge.Effect!, chance, settings) : (KindOf(obstacle), obstacle);
        return new(
            edge.Representation, edge.Feature, edge.Target, kind, reason, edge.Effect, edge.Control, edge.AgainstControl, q)
        {
            SeedsPlanned = edge.SeedsPlanned,
            SeedsMeasured = edge.SeedsMeasured,
            Labels = edge.Labels,
            Looks = edge.Looks,
            Outlook = edge.Outlook,
        };
    }

    // What more of the same would mend is undecided; what is wrong is not.
    private static VerdictKind KindOf(VerdictReason obstacle) =>
        obstacle is VerdictReason.FewSeeds or VerdictReason.NoPredictions or VerdictReason.NoControl
            ? VerdictKind.Undecided
            : VerdictKind.Untrusted;

    private static (VerdictKind, VerdictReason) Claimed(EdgeFindings edge, Effect effect, double q, VerdictSettings settings)
    {
        var isSameWay = edge.AgainstControl is not { } against || Math.Sign(against.Change) == Math.Sign(effect.Change);
        if (q <= settings.FalseClaims && isSameWay)
        {
            if (edge is { LeastZ: < -Clear, MostZ: > Clear }) return (VerdictKind.Untrusted, VerdictReason.SeedsContradict);
            // The share of crystals by itself, in standard errors of a coin.
            var share = (effect.Improved - 0.5) * 2 * Math.Sqrt(effect.Crystals);
            if (effect.Change < 0 ? share < -Clear : share > Clear) return (VerdictKind.Untrusted, VerdictReason.MeanAndShareContradict);
            return (effect.Change < 0 ? VerdictKind.Informs : VerdictKind.Harms, VerdictReason.None);
        }

        var isSmall = effect.Low > -settings.SmallestEffect && effect.High < settings.SmallestEffect;
        return (isSmall ? VerdictKind.Nothing : VerdictKind.Undecided, VerdictReason.None);
    }

    // What is still learnt at the end is more than what counts as an effect: models may differ by their pace alone.
    private static bool EndsTooEarly(Convergence convergence, VerdictSettings settings) =>
        2 * convergence.LateSeeds >= convergence.Seeds && !(convergence.Trend >= -settings.SmallestEffect);

    // A model, most often the baseline, learns something.
    private static bool HasLearnt(EdgeEvidence edge, Func<(ModelScore Without, ModelScore With), ModelScore> model) =>
        BestConstant.IsBeaten(
            [.. edge.Errors.Scores.Select(model).Select(s => s.ConstantMae > 0 ? s.TestMae / s.ConstantMae : 1)], edge.Parts!.TestToTrain);
}
