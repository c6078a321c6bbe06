using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What is chosen among candidates whose predictions are made by hand.</summary>
public class CandidatesAreChosen
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_expected_improvement_is_the_mean_over_the_models_of_what_they_would_add(int goals)
    {
        var pool = Pool.Random(goals, 60, 3, 12, 5);

        var choice = CandidateChooser.Choose(pool, new(0));

        double[][] known = [.. pool.Known.Select(k => choice.Space.Costs(k))];
        var reference = choice.Space.Reference;
        foreach (var candidate in choice.Candidates)
        {
            var mean = Enumerable.Range(0, 3).Average(m =>
            {
                var costs = choice.Space.Costs([.. pool.Predictions.Select(p => p.Members[m][candidate.Place])]);
                return Hypervolume.Of([.. known, costs], reference) - Hypervolume.Of(known, reference);
            });
            candidate.Improvement.ShouldBe(mean, 1e-9);
        }

        choice.Candidates.Count(c => c.Improvement > 0).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_batch_is_that_of_looking_at_all_candidates_each_time()
    {
        var pool = Pool.Random(3, 80, 3, 10, 11) with { Places = Places(80) };
        var settings = new BatchSettings(6, 0.8);

        var chosen = CandidateChooser.Choose(pool, settings).Chosen;

        chosen.Select(c => c.Candidate.Place).ShouldBe(Greedy(pool, settings));
    }

    [Fact]
    public void With_one_objective_the_improvement_is_the_expected_improvement_of_the_best()
    {
        var pool = Pool.Of([Pool.Least(Pool.Gap)], [[[1, 3, 5], [3, 3, 5]]], [[2.5], [4]]);

        var choice = CandidateChooser.Choose(pool, new(1));

        // Of the first, one model expects 1.5 below the best and the other nothing; the extent of the known values is 1.5 and a tenth more.
        choice.Candidates[0].Improvement.ShouldBe(0.5 * 1.5 / 0.15, 1e-9);
        choice.Candidates[1].Improvement.ShouldBe(0);
        choice.Chosen[0].Candidate.Id.ShouldBe("c0");
    }

    [Fact]
    public void Bounds_count_by_the_chance_that_they_are_kept()
    {
        var pool = Pool.Of([Pool.Between(Pool.Gap, 1, 2)], [[[1.5, 2.0, 5.0]]], [[1.2]], noise: 0.25);

        var choice = CandidateChooser.Choose(pool, new(2));

        choice.Candidates.Select(c => c.Chance).ShouldBe([0.9545, 0.5, 0], 1e-3);
        choice.Chosen.Select(c => c.Candidate.Id).ShouldBe(["c0", "c1"]);
    }

    [Fact]
    public void What_is_known_already_and_what_gates_stop_is_not_chosen()
    {
        var pool = Pool.Of([Pool.Least(Pool.Gap)], [[[0, 1, 2, 3]]], [[4]]);
        pool = pool with
        {
            SameAs = ["mp-1", null, null, null],
            Predictions = [pool.Predictions[0] with
            {
                Stopped = [StoppedBy.None, StoppedBy.Domain, StoppedBy.Edges, StoppedBy.None],
            }],
        };

        var choice = CandidateChooser.Choose(pool, new(4));

        choice.Chosen.Select(c => c.Candidate.Id).ShouldBe(["c2", "c3"]);
        choice.Candidates[0].Layer.ShouldBeNull();
        CandidateChooser.Choose(pool, new(4) { Gates = StoppedBy.None }).Chosen.Select(c => c.Candidate.Id).ShouldBe(["c1", "c2", "c3"]);
    }

    [Fact]
    public void Room_in_a_batch_that_no_expected_improvement_fills_goes_to_the_best_that_are_left()
    {
        var pool = Pool.Of([Pool.Least(Pool.Gap)], [[[3, 5, 4]]], [[4]]);

        var choice = CandidateChooser.Choose(pool, new(2));

        choice.Chosen.Select(c => (c.Candidate.Id, c.IsFilled)).ShouldBe([("c0", false), ("c2", true)]);
    }

    [Fact]
    public void A_candidate_near_one_that_is_chosen_gives_way_to_one_that_is_far()
    {
        var pool = Pool.Of(
            [Pool.Least(Pool.Gap), Pool.Least(Pool.Density)],
            [[[0, 0.2, 1.8]], [[2, 1.8, 0.4]]], [[2.5, 2.5]]) with
        {
            Places = LatentPlaces.Of([[0, 0.001f, 3]], 3),
        };

        CandidateChooser.Choose(pool, new(2, 0.5)).Chosen.Select(c => c.Candidate.Id).ShouldContain("c2");
    }

    [Fact]
    public void A_path_goes_along_the_front_and_names_the_edges_between_goals_that_change()
    {
        var pool = Pool.Of(
            [Pool.Least(Pool.Gap), Pool.Least(Pool.Density)],
            [[[0, 2, 1, 3]], [[3, 1, 2, 4]]], [[4, 4]]) with
        {
            Verdicts =
            [
                new HandmadeVerdict(Pool.Gap, Pool.Density, -0.2) { Kind = VerdictKind.Informs }.Verdict,
                new HandmadeVerdict(Pool.Volume, Pool.Density, 0.2) { Kind = VerdictKind.Harms }.Verdict,
            ],
        };

        var path = CandidateChooser.Choose(pool, new(0)).Path;

        path.Candidates.Select(c => c.Id).ShouldBe(["c0", "c2", "c1"]);
        path.Steps.Select(s => s.Trust).ShouldBe([StepTrust.Coherent, StepTrust.Coherent]);
        path.Steps[0].Edges.Single().Verdict.Feature.Single.ShouldBe(Pool.Gap);
    }

    [Fact]
    public void The_reference_is_what_is_stated_or_the_bound_or_lies_behind_the_known_front()
    {
        double[][] known = [[0, 10], [2, 5], [4, 0], [9, 9]];

        Space(Pool.Least(Pool.Gap), Pool.Most(Pool.Density)).ReferenceValues[0].ShouldBe(0 + 0.1 * 9, 1e-9);
        Space(Pool.Least(Pool.Gap) with { Reference = 7 }, Pool.Most(Pool.Density) with { From = 3 }).ReferenceValues.ShouldBe([7, 3]);
        Space(Pool.Least(Pool.Gap), Pool.Least(Pool.Density)).ReferenceValues.ShouldBe([4.4, 11], 1e-9);

        ObjectiveSpace Space(params ImmutableArray<Goal> goals) => ObjectiveSpace.Of(goals, known);
    }

    private static LatentPlaces Places(int count)
    {
        var random = new SplitMixRandom(3);
        return LatentPlaces.Of([[.. Enumerable.Range(0, 2 * count).Select(_ => (float)random.Unit())]], count);
    }

    private static int[] Greedy(CandidatePool pool, BatchSettings settings)
    {
        var all = CandidateChooser.Choose(pool, new(0));
        var (space, chosen) = (all.Space, new List<int>());
        double[][] known = [.. pool.Known.Select(k => space.Costs(k))];
        while (chosen.Count < settings.Size)
            chosen.Add(Enumerable.Range(0, pool.Ids.Length).Except(chosen).MaxBy(Score));
        return [.. chosen];

        double Score(int candidate) => Share(candidate) * Enumerable.Range(0, 3).Average(m =>
        {
            double[][] front = [.. known, .. chosen.Select(c => Costs(c, m))];
            return Hypervolume.Of([.. front, Costs(candidate, m)], space.Reference) - Hypervolume.Of(front, space.Reference);
        });

        double Share(int candidate) => chosen.Count == 0 ? 1
            : Math.Min(1, chosen.Min(c => pool.Places.Distance(c, candidate)) / pool.Places.Typical / settings.Diversity);

        double[] Costs(int candidate, int m) => space.Costs([.. pool.Predictions.Select(p => p.Members[m][candidate])]);
    }
}
