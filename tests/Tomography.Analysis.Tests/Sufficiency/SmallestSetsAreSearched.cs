using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>The search for minimal sufficient sets, on errors that are known exactly.</summary>
public class SmallestSetsAreSearched
{
    private static readonly ImmutableArray<PropertyName> s_all = [.. "abcdef".Select(c => new PropertyName(c.ToString()))];

    [Fact]
    public void Every_set_that_stands_in_for_another_is_found_the_smallest_first()
    {
        // Needed is a; b tells what c and d tell only together.
        var search = Searched(set => set.Has('a') && (set.Has('b') || (set.Has('c') && set.Has('d'))) ? 1 : set.Has('a') ? 1.5 : 2);
        search.Found.Select(s => s.ToString()).ShouldBe(["a+b", "a+c+d"]);
        (search.IsFinished, search.IsSpent).ShouldBe((true, false));
        search.Judged.Select(s => s.ToString()).ShouldBe(["a+b+c+d+e+f", "a+b", "a+c+d"], "the reference comes first");
    }

    [Fact]
    public void Properties_that_tell_nothing_one_by_one_are_found_from_above() =>
        // The estimates say nothing of e and f, so that adding one by one leads elsewhere.
        Searched(set => set.Has('e') && set.Has('f') ? 1 : 2, atMost: 2, told: (name, _) => 'z' - name.Value[0])
            .Found.ShouldHaveSingleItem().ToString().ShouldBe("e+f");

    [Fact]
    public void Where_all_properties_tell_nothing_none_is_needed()
    {
        var search = Searched(_ => 2);
        search.Found.ShouldHaveSingleItem().IsEmpty.ShouldBeTrue();
        search.Searched.Length.ShouldBe(2, "nothing and everything are enough to see it");
    }

    [Fact]
    public void Sets_larger_than_asked_for_are_not_told() =>
        Searched(set => set.Has('a') && set.Has('b') && set.Has('c') ? 1 : 2, atMost: 2).Found.ShouldBeEmpty();

    [Fact]
    public void What_improves_by_less_than_asked_for_is_left_out() =>
        // b takes 5 % off, of which 10 % were asked.
        Searched(set => (set.Has('a') ? 1 : 2) * (set.Has('b') ? 0.95 : 1)).Found.ShouldHaveSingleItem().ToString().ShouldBe("a");

    [Fact]
    public void A_search_ends_where_it_may_train_no_further_set_and_says_so()
    {
        var search = Searched(set => set.Has('e') && set.Has('f') ? 1 : 2, change: q => q with { MostSets = 5 });
        (search.IsFinished, search.IsSpent, search.Searched.Length).ShouldBe((true, true, 5));
    }

    [Fact]
    public void Sets_whose_models_failed_do_not_suffice() =>
        Searched(set => set.ToString() == "a" ? double.PositiveInfinity : set.Has('a') ? 1 : 2)
            .Found.ShouldNotContain(new PropertySet(new PropertyName("a")));

    [Fact]
    public void The_full_set_with_controls_is_a_reference_as_well()
    {
        var noise = new PropertyName("noise");
        // A model with the control happens to be better: then a alone does not suffice.
        var search = Searched(
            set => set.Has('a') ? set.Contains(noise) ? 0.8 : 1 : 2, change: q => q with { Controls = noise });
        search.Searched.ShouldContain(new PropertySet(s_all).Union(noise));
        search.Found.ShouldBeEmpty();
    }

    [Fact]
    public void Other_ways_to_choose_try_no_more_sets_than_the_search()
    {
        var search = Searched(set => set.Has('c') && set.Has('d') ? 1 : 2, change: q => q with { HasPeers = true });
        search.Peers.Select(p => p.Name).ShouldBe([PeerSets.ByRanking, PeerSets.AtRandom]);
        foreach (var peer in search.Peers) peer.Sets.ShouldBeLessThanOrEqualTo(search.OwnSets);
    }

    // Whatever the truth: trained in rounds, one wanted batch after the other, the search ends as it does where all is known.
    [Fact]
    public void Rounds_end_where_a_search_with_all_models_ends() => Prop.ForAll(
        Gen.Choose(1, 3).Two().SelectMany(n => Gen.Choose(0, 63).ArrayOf(n.Item1 + n.Item2)).ToArbitrary(),
        masks =>
        {
            double? ErrorOf(PropertySet set) => masks.Any(mask => Members(mask).All(set.Contains)) ? 1 : 2;
            var whole = Searched(set => ErrorOf(set)!.Value, change: q => q with { HasPeers = true });
            var trained = new HashSet<PropertySet>();
            var rounds = 0;
            for (var search = Step(); ; search = Step())
            {
                PropertySet[] wanted = [.. search.Searched.Where(s => !trained.Contains(s))];
                if (search.IsFinished)
                {
                    wanted.ShouldBeEmpty();
                    search.Found.ShouldBe(whole.Found);
                    search.Searched.ShouldBe(whole.Searched);
                    break;
                }

                wanted.ShouldNotBeEmpty("else it waits for ever");
                trained.UnionWith(wanted);
                (++rounds).ShouldBeLessThan(100);
            }

            SufficiencySearch Step() => Searched(
                set => trained.Contains(set) ? ErrorOf(set) : null, change: q => q with { HasPeers = true });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    // Of planted sets every one that is minimal and small enough is found, and nothing else, where no bound stops the search.
    [Fact]
    public void Nothing_minimal_is_missed_where_nothing_stops_the_search() => Prop.ForAll(
        Gen.Choose(1, 63).ArrayOf(3).ToArbitrary(),
        masks =>
        {
            PropertySet[] planted = [.. masks.Select(mask => new PropertySet(Members(mask))).Distinct()];
            PropertySet[] minimal = [.. planted.Where(s => !planted.Any(o => o != s && o.All(s.Contains)))];
            var search = Searched(
                set => planted.Any(p => p.All(set.Contains)) ? 1 : 2, atMost: 6, change: q => q with { MostSets = 10_000 });
            search.Found.Select(s => s.ToString()).Order().ShouldBe(minimal.Select(s => s.ToString()).Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static IEnumerable<PropertyName> Members(int mask) => s_all.Where((_, place) => (mask >> place & 1) == 1);

    private static SufficiencySearch Searched(
        Func<PropertySet, double?> errorOf, int atMost = 4, Func<PropertyName, PropertySet, double>? told = null,
        Func<SufficiencyQuestion, SufficiencyQuestion>? change = null)
    {
        var question = new SufficiencyQuestion(new("target"), s_all, 0.1, atMost, [1, 2], [3, 4, 5]);
        return SufficiencySearch.Of(
            change?.Invoke(question) ?? question, told ?? ((_, _) => 0), s => s.Count, () => s_all, errorOf);
    }
}

file static class Sets
{
    /// <summary>Whether a set has the property of a letter.</summary>
    public static bool Has(this PropertySet set, char letter) => set.Contains(new PropertyName(letter.ToString()));
}
