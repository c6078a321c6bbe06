using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Searches for all minimal sufficient sets. One is grown by adding, of the properties that tell most beyond the set, the one that leaves
/// the least error, and is then cut down by leaving out what can be spared; where nothing small grows, all properties are cut down instead.
/// Others must do without at least one property of those that are known, so that each property of each is forbidden in turn, and the search
/// repeated (the tree of hitting sets of Reiter, Artificial Intelligence 32, 57, 1987).
/// </summary>
/// <param name="question">What is searched for.</param>
/// <param name="told">What a property tells about the target beyond a set, in bits.</param>
/// <param name="errors">The errors of sets.</param>
internal sealed class MinimalSets(SufficiencyQuestion question, Func<PropertyName, PropertySet, double> told, SetErrors errors)
{
    private readonly List<PropertySet> _found = [];

    /// <summary>The sets found so far; all of them where the search ended by itself.</summary>
    public IReadOnlyList<PropertySet> Found => _found;

    /// <summary>Searches until nothing is left, or a model is wanted that is not there.</summary>
    public void Search()
    {
        if (!errors.Ask([PropertySet.None, .. question.References])) return;
        if (errors.Suffices(PropertySet.None))
        {
            _found.Add(PropertySet.None);
            return;
        }

        var seen = new HashSet<PropertySet> { PropertySet.None };
        var open = new Queue<PropertySet>([PropertySet.None]);
        while (open.TryDequeue(out var forbidden))
        {
            var known = _found.Where(set => !set.Any(forbidden.Contains)).Select(set => (PropertySet?)set).FirstOrDefault();
            if (known is null)
            {
                var allowed = new PropertySet(question.From.Where(name => !forbidden.Contains(name)));
                if (!errors.Ask(allowed)) return;
                if (allowed.IsEmpty || !errors.Suffices(allowed)) continue;
                if (Grown(allowed) is not { } set) return;
                if (set.Count > question.AtMost) continue;
                _found.Add(set);
                known = set;
            }

            foreach (var name in known.Value)
                if (seen.Add(forbidden.Union(name))) open.Enqueue(forbidden.Union(name));
        }
    }

    // A minimal set of these, perhaps larger than is asked for; null where a model is wanted that is not there.
    private PropertySet? Grown(PropertySet allowed)
    {
        var set = PropertySet.None;
        while (set.Count < Math.Min(question.AtMost, allowed.Count))
        {
            PropertySet[] wider =
            [
                .. allowed.Where(name => !set.Contains(name)).OrderByDescending(name => told(name, set)).ThenBy(name => name)
                    .Take(question.Tries).Select(name => set.Union(name)),
            ];
            if (!errors.Ask(wider)) return null;
            set = wider.MinBy(errors.ErrorOf);
            if (errors.Suffices(set)) return Cut(set);
        }

        return Thinned(allowed);
    }

    // Leaves out, one after the other, the property that can best be spared, of all that can.
    private PropertySet? Cut(PropertySet set)
    {
        while (!set.IsEmpty)
        {
            PropertySet[] narrower = [.. set.Select(name => Without(set, name))];
            if (!errors.Ask(narrower)) return null;
            var spared = narrower.Where(errors.Suffices).ToArray();
            if (spared.Length == 0) break;
            set = spared.MinBy(errors.ErrorOf);
        }

        return set;
    }

    // Properties that tell something only together are found from above: each is left out once, what tells least first.
    private PropertySet? Thinned(PropertySet allowed)
    {
        var (set, needed) = (allowed, PropertySet.None);
        while (set.Count > needed.Count)
        {
            var (fixedNow, now) = (needed, set);
            var name = now.Where(n => !fixedNow.Contains(n)).OrderBy(n => told(n, Without(now, n))).ThenBy(n => n).First();
            if (!errors.Ask(Without(set, name))) return null;
            if (errors.Suffices(Without(set, name))) set = Without(set, name);
            else needed = needed.Union(name);
            if (needed.Count > question.AtMost) break;
        }

        return set;
    }

    private static PropertySet Without(PropertySet set, PropertyName name) => new(set.Where(n => n != name));
}
