using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Chooses which targets should be learned together, and sets what pairs predict beside what groups do.</summary>
internal sealed class GroupAnalyzer
{
    private const int FewTargets = 8, FewDraws = 50;

    private readonly PropertyName[] _names;
    private readonly Dictionary<(PropertySet Partners, PropertyName Target), double> _measured;
    private readonly Dictionary<(PropertySet Partners, PropertyName Target), double>[] _draws;

    private GroupAnalyzer(PropertyName[] names, IEnumerable<EdgeVerdict> verdicts)
    {
        var draws = new GroupDraws(verdicts);
        (_names, _measured, _draws) = (names, draws.Measured(), [.. draws.All()]);
    }

    /// <summary>One per representation in which pairs are learnt; none where no groups are asked for.</summary>
    /// <param name="joint">Models of several targets.</param>
    /// <param name="verdicts">The verdicts on all that is learnt together.</param>
    /// <param name="settings">The budget; null where no groups are asked for.</param>
    public static ImmutableArray<GroupAnalysis> Of(JointResults joint, IReadOnlyList<EdgeVerdict> verdicts, GroupSettings? settings)
    {
        if (settings is null) return [];
        PropertyName[] names = [.. joint.Runs.Where(run => run.Together.Count == 2).SelectMany(run => run.Together).Distinct().Order()];
        return names.Length is < 2 or > GroupSettings.MostTargets ? [] :
        [
            .. joint.Runs.Select(run => run.Representation).Distinct().Select(representation =>
                new GroupAnalyzer(names, verdicts.Where(v => v.Representation == representation)).Of(representation, settings.Budget)),
        ];
    }

    private GroupAnalysis Of(Representation representation, int budget)
    {
        ImmutableArray<PropertySet> unmeasured =
        [
            .. from first in _names from second in _names
               where first.CompareTo(second) < 0 && !(_measured.ContainsKey((first, second)) && _measured.ContainsKey((second, first)))
               select new PropertySet([first, second]),
        ];
        var all = new PropertySet(_names);
        Grouping together = Judged(GroupingKind.AllTogether, [new(all, all)]),
            alone = Judged(GroupingKind.AllAlone, [.. _names.Select(name => new TargetGroup(name, name))]);
        if (unmeasured.Length > 0) return new(representation, budget, [together, alone], null, unmeasured);
        var best = Best(_measured, budget);
        // The search takes 3^n steps for n targets.
        var again = _draws[..(_names.Length <= FewTargets ? _draws.Length : FewDraws)];
        return new(
            representation, budget, [Judged(GroupingKind.Best, best), together, alone],
            again.Average(draw => Best(draw, budget).SequenceEqual(best) ? 1.0 : 0), unmeasured);
    }

    private ImmutableArray<TargetGroup> Best(Dictionary<(PropertySet Partners, PropertyName Target), double> pairs, int budget)
    {
        var changes = new double[_names.Length, _names.Length];
        for (var i = 0; i < _names.Length; i++)
            for (var j = 0; j < _names.Length; j++)
                if (i != j)
                    changes[i, j] = pairs[(_names[j], _names[i])];
        return [.. new GroupSearch(changes).Best(budget).Select(g => new TargetGroup(Named(g.Learnt), Named(g.For)))];

        PropertySet Named(int bits) => new(_names.Where((_, place) => (bits >> place & 1) == 1));
    }

    private Grouping Judged(GroupingKind kind, ImmutableArray<TargetGroup> groups)
    {
        var targets = groups.SelectMany(g => g.For, (g, target) => (Target: target, g.Learnt)).OrderBy(t => t.Target).ToArray();
        return new(
            kind, groups,
            [
                .. targets.Select(t => new GroupedTarget(
                    t.Target, t.Learnt, Estimate(d => Predicted(d, t.Target, t.Learnt)), Estimate(d => Measured(d, t.Target, t.Learnt)))),
            ],
            Estimate(d => Mean(targets.Select(t => Predicted(d, t.Target, t.Learnt)))),
            Estimate(d => Mean(targets.Select(t => Measured(d, t.Target, t.Learnt)))));
    }

    private static double? Predicted(
        Dictionary<(PropertySet Partners, PropertyName Target), double> changes, PropertyName target, PropertySet learnt) =>
        learnt.Count == 1 ? 0 : Mean(learnt.Where(name => name != target).Select(partner => Change(changes, partner, target)));

    private static double? Measured(
        Dictionary<(PropertySet Partners, PropertyName Target), double> changes, PropertyName target, PropertySet learnt) =>
        learnt.Count == 1 ? 0 : Change(changes, new(learnt.Where(name => name != target)), target);

    private static double? Change(
        Dictionary<(PropertySet Partners, PropertyName Target), double> changes, PropertySet partners, PropertyName target) =>
        changes.TryGetValue((partners, target), out var change) ? change : null;

    private static double? Mean(IEnumerable<double?> values)
    {
        var all = values.ToArray();
        return all.Contains(null) ? null : all.Average();
    }

    private GroupEstimate? Estimate(Func<Dictionary<(PropertySet Partners, PropertyName Target), double>, double?> of)
    {
        if (of(_measured) is not { } change) return null;
        var drawn = _draws.Select(draw => of(draw)!.Value).Order().ToArray();
        return new(change, At(0.025), At(0.975));

        double At(double share) => drawn[Math.Clamp((int)(share * drawn.Length), 0, drawn.Length - 1)];
    }
}
