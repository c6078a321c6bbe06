namespace Tomography.Workflows.Tests;

/// <summary>GPUs take what they hold from the front of the queue, cores of the CPU single models from its back.</summary>
public sealed class FillingGpus
{
    private static readonly TakeRule s_core = new(1) { FromBack = true };

    [Theory]
    [InlineData(2, "ab ce d fg h")]
    [InlineData(4, "abce d fgh")]
    [InlineData(6, "abcefg d h")]
    [InlineData(9, "abcefgh d")]
    public async Task A_gpu_is_filled_up_with_cohorts_that_can_be_trained_side_by_side(int size, string taken)
    {
        var queue = new CohortQueue([Orders.Of("abc"), Orders.Of("d", "other"), Seed(2, "e"), Seed(3, "fgh")]);
        var (rule, all) = (Gpu(size), new List<string>());
        while (queue.Count > 0)
        {
            all.Add(Keys(await queue.TakeAsync(rule, CancellationToken.None)));
            queue.Over(rule);
        }

        // Where nothing joins the first, as with 'd', the order stays small.
        string.Join(' ', all).ShouldBe(taken);
        (await queue.TakeAsync(rule, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_core_takes_the_last_model_and_the_gpu_the_first_ones()
    {
        var queue = new CohortQueue([Orders.Of("abc"), Seed(2, "def")]);
        Keys(await queue.TakeAsync(s_core, CancellationToken.None)).ShouldBe("f");
        Keys(await queue.TakeAsync(Gpu(4), CancellationToken.None)).ShouldBe("abcd");
        Keys(await queue.TakeAsync(s_core, CancellationToken.None)).ShouldBe("e");
    }

    [Fact]
    public async Task Gpus_that_are_idle_share_what_waits()
    {
        var queue = new CohortQueue([Orders.Of("abcde")]);
        var rule = Gpu(256, gpus: 2);
        Keys(await queue.TakeAsync(rule, CancellationToken.None)).ShouldBe("abc");
        Keys(await queue.TakeAsync(rule, CancellationToken.None)).ShouldBe("de");
    }

    [Fact]
    public async Task A_model_that_is_tried_again_is_tried_alone()
    {
        var queue = new CohortQueue([Orders.Of("ab"), Seed(2, "c")]);
        var first = (await queue.TakeAsync(Gpu(2), CancellationToken.None)).ShouldNotBeNull().Parts[0];
        queue.Return(first.Next(first.Order.Models[0]), TimeSpan.Zero);
        Keys(await queue.TakeAsync(Gpu(4), CancellationToken.None)).ShouldBe("c");
        Keys(await queue.TakeAsync(Gpu(4), CancellationToken.None)).ShouldBe("a");
    }

    [Fact]
    public async Task A_core_waits_for_what_a_gpu_has_taken_and_gets_it_where_it_comes_back()
    {
        var queue = new CohortQueue([Orders.Of("ab")]);
        var rule = Gpu(2);
        var taken = (await queue.TakeAsync(rule, CancellationToken.None)).ShouldNotBeNull();
        var core = queue.TakeAsync(s_core, CancellationToken.None);
        core.IsCompleted.ShouldBeFalse();
        queue.Return(taken.Parts[0], TimeSpan.Zero, first: true);
        queue.Over(rule);
        Keys(await core).ShouldBe("b");
        Keys(await queue.TakeAsync(s_core, CancellationToken.None)).ShouldBe("a");
        (await queue.TakeAsync(s_core, CancellationToken.None)).ShouldBeNull("the gpu has nothing any more");
    }

    [Fact]
    public async Task A_core_leaves_what_it_should_not_begin_until_it_should()
    {
        var queue = new CohortQueue([Orders.Of("ab")]);
        var should = false;
        var core = queue.TakeAsync(s_core with { ShouldBegin = _ => Volatile.Read(ref should) }, CancellationToken.None);
        core.IsCompleted.ShouldBeFalse();
        queue.Count.ShouldBe(2);
        Volatile.Write(ref should, true);
        Keys(await core).ShouldBe("b");
    }

    [Fact]
    public async Task A_core_passes_over_what_it_should_not_begin_and_asks_once_of_what_is_alike()
    {
        var queue = new CohortQueue([Orders.Of("a", "quick"), Orders.Of("bc"), Seed(2, "d")]);
        var asked = new List<string>();
        var rule = s_core with { ShouldBegin = order => { asked.Add(order.Graphs); return order.Graphs == "quick"; } };
        Keys(await queue.TakeAsync(rule, CancellationToken.None)).ShouldBe("a");
        asked.ShouldBe(["", "quick"]);
    }

    private static TakeRule Gpu(int size, int gpus = 1) => new(size) { Sharers = () => gpus };

    private static CohortOrder Seed(int seed, string keys) => Orders.Of(keys) with { Seed = seed };

    private static string Keys(WorkAttempt? attempt) =>
        string.Concat(attempt.ShouldNotBeNull().Order.Models.Select(m => m.Model.Key.Value));
}
