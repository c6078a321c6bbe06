namespace Tomography.Workflows.Tests;

/// <summary>The time left of a study that many machines train, from the results that are there and what runs.</summary>
public sealed class TimeLeftOnManyMachines
{
    private static readonly WorkKind s_kind = new("graphs", new(), 256), s_other = new("others", new(), 256);

    [Fact]
    public void Nothing_is_told_where_nothing_runs_or_nothing_like_it_has_trained()
    {
        var paces = Paces.None.With(s_kind, "cpu", new(100, 200));
        SpreadTimeLeft.Of([(s_kind, 100)], [], paces).ShouldBeNull("nobody knows when a task starts");
        SpreadTimeLeft.Of([(s_kind, 100)], [Core("a", 0)], Paces.None).ShouldBeNull();
    }

    [Fact]
    public void What_waits_and_what_runs_is_divided_among_those_that_run()
    {
        var paces = Paces.None.With(s_kind, "cpu", new(100, 200));
        // 10 x 100 + 50 + 30 epochs of two seconds, two cores on two machines.
        SpreadTimeLeft.Of(Enumerable.Repeat((s_kind, 100), 10), [Core("a", 50), Core("b", 70)], paces)
            .ShouldBe(TimeSpan.FromSeconds(1080));
        // Nobody shares the last one.
        SpreadTimeLeft.Of([], [Core("a", 50), Core("b", 99)], paces).ShouldBe(TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void A_kind_of_which_none_is_done_counts_as_the_others_do() =>
        SpreadTimeLeft.Of([(s_other, 100)], [Core("a", 50)], Paces.None.With(s_kind, "cpu", new(100, 200)))
            .ShouldBe(TimeSpan.FromSeconds(300));

    [Fact]
    public void Before_any_is_done_the_pace_is_that_of_what_runs()
    {
        var running = Core("a", 50) with { Job = Job("a", 50) with { Trained = new(25, 75) } };
        SpreadTimeLeft.Of([(s_kind, 100)], [running], Paces.None).ShouldBe(TimeSpan.FromSeconds(450));
    }

    [Fact]
    public void A_gpu_trains_side_by_side_what_a_core_trains_one_by_one()
    {
        // Four models side by side, 25 epochs each in 50 s: 2 epochs of models in a second. 800 + 4 x 75 are left.
        var running = "abcd".Select(k => Core($"{k}", 25) with
        {
            Host = "node1", Job = Job($"{k}", 25) with { Device = "cuda:0", Trained = new(25, 50) },
        }).ToArray();
        SpreadTimeLeft.Of(Enumerable.Repeat((s_kind, 100), 8), running, Paces.None).ShouldBe(TimeSpan.FromSeconds(550));
    }

    private static (string Host, RunningJob Job, WorkKind Work) Core(string key, int epoch) => ($"node-{key}", Job(key, epoch), s_kind);

    private static RunningJob Job(string key, int epoch) => new(new(key), "title", epoch, 100, null, "");
}
