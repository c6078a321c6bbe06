using Tomography.Analysis;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Models that follow from the results of others.</summary>
public sealed class TrainingInRounds : IDisposable
{
    private readonly Workshop _shop = new();

    private static (string, string) Searching { get; } = (
        "seeds: [1, 2]",
        "seeds: [1, 2, 3, 4, 5]\nsufficient: { target: density, from: [volume, is-hubbard, number-of-sites], peers: all, at-most: 2 }");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Rounds_go_on_until_the_search_ends_and_a_build_after_that_trains_nothing()
    {
        var plan = _shop.Plan(Searching);
        // Nothing and everything come first, on the two seeds that search; the grid has the first of them already.
        plan.Jobs.Where(j => j.Follows).Select(j => j.Title).ShouldBe([
            "composition density + is-hubbard + number-of-sites + volume, seed 1",
            "composition density + is-hubbard + number-of-sites + volume, seed 2",
        ]);
        var (trained, last) = await Run(plan);
        trained.ShouldBe(last.Jobs.Length);
        last.Jobs.Length.ShouldBeGreaterThan(plan.Jobs.Length);
        last.Jobs.Where(j => j.Follows).ShouldContain(j => j.Spec.Seed == 5, "what was found is judged on the other seeds");

        var (again, _) = await Run(_shop.Plan(Searching));
        again.ShouldBe(0);
        _shop.Plan(Searching).Jobs.Select(j => j.Key).ShouldBe(last.Jobs.Select(j => j.Key), ignoreOrder: true);
    }

    [Fact]
    public async Task A_search_that_was_stopped_goes_on_and_ends_as_it_would_have()
    {
        var (_, whole) = await Run(_shop.Plan(Searching));
        // As if the build had been stopped in the middle: some results are not there.
        foreach (var job in whole.Jobs.Where(j => j.Follows).Index().Where(j => j.Index % 3 == 1).Select(j => j.Item))
            File.Delete(new StoreFolders(_shop.Store).ResultOf(job.Key));
        var (_, resumed) = await Run(_shop.Plan(Searching));
        resumed.Jobs.Select(j => j.Key).ShouldBe(whole.Jobs.Select(j => j.Key), ignoreOrder: true);
    }

    [Fact]
    public async Task A_set_whose_models_failed_is_passed_over_and_tried_again_by_the_next_build()
    {
        var (_, whole) = await Run(_shop.Plan(Searching));
        var all = whole.Jobs.First(j => j.Spec.Features.Count == 3);
        File.Delete(new StoreFolders(_shop.Store).ResultOf(all.Key));
        _shop.Plan(Searching).Jobs.Count(j => j.Follows).ShouldBe(2, "without all properties nothing can be asked yet");
        _shop.Failures.Write(new(all.Title, all.Key, "made up", "", 1, DateTimeOffset.UnixEpoch));
        var passed = _shop.Plan(Searching);
        passed.Jobs.ShouldContain(j => j.Key == all.Key);
        passed.Jobs.Count(j => j.Follows && j.Spec.Seed == 5).ShouldBe(1, "no set suffices where it cannot be told what all would do");

        var (trained, again) = await Run(passed);
        trained.ShouldBeGreaterThan(0);
        again.Jobs.Select(j => j.Key).ShouldBe(whole.Jobs.Select(j => j.Key), ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_waits_for_a_cluster_submits_round_by_round_what_a_build_would_train_until_nothing_follows()
    {
        var rounds = new List<int>();
        var plan = _shop.Plan(Searching);
        (await RunRounds(Train)).ShouldBeNull();
        rounds.Count.ShouldBeGreaterThan(1);
        rounds[0].ShouldBe(_shop.Plan(Searching).Jobs.Count(j => !j.Follows) + 2);
        var (trained, whole) = await Run(_shop.Plan(Searching));
        trained.ShouldBe(0);
        plan.Jobs.Select(j => j.Key).ShouldBe(whole.Jobs.Select(j => j.Key), ignoreOrder: true);
        rounds.Sum().ShouldBe(whole.Jobs.Length, "no round submits what another did");

        Task<Diagnostic?> RunRounds(Func<IReadOnlyList<Plan>, Task<Diagnostic?>> wait) => SubmitRoundsStage.RunAsync(
            [plan], _shop.Store, Submit, _ => { }, (_, extended) => plan = extended, damage => damage.ShouldBeNull(), wait);

        IReadOnlyList<string> Submit(IReadOnlyList<Plan> round)
        {
            rounds.Add(round.Sum(p => p.Jobs.Length));
            return [];
        }
    }

    [Fact]
    public async Task Whoever_waits_for_a_cluster_submits_nothing_further_where_nobody_trains_any_more()
    {
        var (plan, rounds, lost) = (_shop.Plan(Searching), 0,
            new Diagnostic(DiagnosticSeverity.Error, DiagnosticCodes.SchedulerFailed, new(_shop.Store), "", "No task is left."));
        var problem = await SubmitRoundsStage.RunAsync(
            [plan], _shop.Store, _ => [$"{rounds++}"], _ => { }, (_, _) => { }, _ => { }, _ => Task.FromResult<Diagnostic?>(lost));
        problem.ShouldBe(lost);
        rounds.ShouldBe(1);
    }

    [Fact]
    public void The_study_beside_a_search_is_the_study_without_it()
    {
        var without = _shop.Plan(("seeds: [1, 2]", "seeds: [1, 2, 3, 4, 5]"));
        var with = _shop.Plan(Searching);
        with.Jobs.Where(j => !j.Follows).Select(j => j.Key).ShouldBe(without.Jobs.Select(j => j.Key));
        with.JobsOf(with.Variants[0]).Select(j => j.Key).ShouldBe(without.JobsOf(without.Variants[0]).Select(j => j.Key));
        with.JointJobsOf(with.Variants[0]).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_report_tells_what_the_search_found_and_how_far_properties_single_out_a_material()
    {
        var (_, plan) = await Run(_shop.Plan(
            Searching, ("targets: [density]", "targets: [density, energy]\nretrieval: {}")));
        var output = _shop.PathOf("out", plan.Experiment);
        var (page, warnings) = ReportStage.Run(
            plan, _shop.Store, output, new(Repository.PathOf("templates")), new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
        warnings.ShouldBeEmpty();
        File.ReadAllText(page).ShouldContain("Smallest sets of properties that suffice");
        var rows = File.ReadAllLines(Path.Combine(output, "sufficient.csv"));
        rows[0].ShouldStartWith("representation,target,set,");
        rows.ShouldContain(r => r.StartsWith("composition,density,is-hubbard+number-of-sites+volume,3,search,", StringComparison.Ordinal));
        rows.ShouldContain(r => r.StartsWith("composition,density,,0,search,", StringComparison.Ordinal));
        File.ReadAllText(page).ShouldContain("How far properties single out a material");
        // Five curves of two points.
        File.ReadAllLines(Path.Combine(output, "retrieval.csv")).Length.ShouldBe(1 + 5 * 2);
    }

    private async Task<Diagnostic?> Train(IReadOnlyList<Plan> round)
    {
        var options = _shop.Options(1, new InProcessWorkers(new CpuDevice(), 4));
        (await TrainStage.RunAsync(round, _shop.Store, options, _shop.Observer, _shop.Limit)).Failures.ShouldBeEmpty();
        return null;
    }

    private async Task<(int Trained, Plan Plan)> Run(Plan plan)
    {
        var options = _shop.Options(1, new InProcessWorkers(new CpuDevice(), 4));
        var summary = await TrainStage.RunRoundsAsync(
            [plan], _shop.Store, options, _shop.Observer, (_, extended) => plan = extended, damage => damage.ShouldBeNull(), _shop.Limit);
        summary.Failures.ShouldBeEmpty();
        (summary.AlreadyDone + summary.Trained).ShouldBe(plan.Jobs.Select(j => j.Key).Distinct().Count());
        return (summary.Trained, plan);
    }
}
