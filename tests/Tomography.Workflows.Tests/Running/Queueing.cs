namespace Tomography.Workflows.Tests;

/// <summary>The order in which cohorts are tried.</summary>
public sealed class Queueing
{
    [Fact]
    public async Task Cohorts_come_in_order_and_a_returned_model_comes_last_and_alone()
    {
        var queue = new CohortQueue([Orders.Of("ab"), Orders.Of("c")]);
        var first = (await Take(queue)).ShouldNotBeNull();
        Keys(first).ShouldBe("ab");
        queue.Return(first.Next(first.Order.Models[1]), TimeSpan.Zero);
        Keys(await Take(queue)).ShouldBe("c");
        var again = (await Take(queue)).ShouldNotBeNull();
        (Keys(again), again.Number).ShouldBe(("b", 2));
        (await Take(queue)).ShouldBeNull();
    }

    [Fact]
    public async Task A_resting_model_lets_others_pass_and_comes_when_it_has_rested()
    {
        var queue = new CohortQueue([Orders.Of("ab"), Orders.Of("c")]);
        var first = (await Take(queue)).ShouldNotBeNull();
        queue.Return(first.Of(first.Order.Models[0]), TimeSpan.FromMilliseconds(30));
        Keys(await Take(queue)).ShouldBe("c");
        var rested = (await Take(queue)).ShouldNotBeNull();
        (Keys(rested), rested.Number).ShouldBe(("a", 1));
    }

    [Fact]
    public async Task A_cancelled_queue_gives_no_cohort_and_loses_none()
    {
        var queue = new CohortQueue([Orders.Of("ab")]);
        queue.Count.ShouldBe(2);
        await Should.ThrowAsync<OperationCanceledException>(() => queue.TakeAsync(new(4), new(canceled: true)));
        Keys(queue.Drain().ShouldHaveSingleItem()).ShouldBe("ab");
        queue.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_starts_from_a_model_waits_until_that_is_done()
    {
        var queue = new CohortQueue([Started("xy", from: "a"), Orders.Of("a"), Started("z", from: "elsewhere")]);
        Keys(await Take(queue)).ShouldBe("a");
        Keys(await Take(queue)).ShouldBe("z", "its source is none of the run, and so it is there");
        var waiting = Take(queue);
        waiting.IsCompleted.ShouldBeFalse();
        queue.Done(new("a"));
        Keys(await waiting).ShouldBe("xy");
        (await Take(queue)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_a_cohort_those_come_first_that_wait_for_nothing()
    {
        var mixed = Orders.Of("b");
        var queue = new CohortQueue([mixed with { Models = [.. Started("x", from: "a").Models, .. mixed.Models] }, Orders.Of("a")]);
        Keys(await Take(queue)).ShouldBe("b");
        Keys(await Take(queue)).ShouldBe("a");
        queue.Count.ShouldBe(1);
        queue.TakeStartedFrom(new("a")).ShouldHaveSingleItem().Title.ShouldBe("x");
        (await Take(queue)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    public void An_attempt_may_be_repeated_as_often_as_the_order_says(int retries, int number, bool may) =>
        new CohortAttempt(Orders.Of("a", retries: retries), number).MayRetry.ShouldBe(may);

    private static CohortOrder Started(string keys, string from)
    {
        var order = Orders.Of(keys);
        return order with { Models = [.. order.Models.Select(m => m with { Start = new(new(from), from, 0) })] };
    }

    private static async Task<CohortAttempt?> Take(CohortQueue queue) =>
        (await queue.TakeAsync(new(4), CancellationToken.None))?.Parts.ShouldHaveSingleItem();

    private static string Keys(CohortAttempt? attempt) => string.Concat(attempt.ShouldNotBeNull().Order.Keys);
}
