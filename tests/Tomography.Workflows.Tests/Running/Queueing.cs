using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>The order in which jobs are tried.</summary>
public sealed class Queueing
{
    [Fact]
    public async Task Jobs_come_in_order_and_a_returned_one_comes_last()
    {
        var queue = new JobQueue([Order("a"), Order("b")]);
        var first = (await queue.TakeAsync(CancellationToken.None)).ShouldNotBeNull();
        queue.Return(first.Next(), TimeSpan.Zero);
        (await queue.TakeAsync(CancellationToken.None)).ShouldNotBeNull().Order.Key.ShouldBe(new("b"));
        var again = (await queue.TakeAsync(CancellationToken.None)).ShouldNotBeNull();
        (again.Order.Key, again.Number).ShouldBe((new("a"), 2));
        (await queue.TakeAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_resting_job_lets_others_pass_and_comes_when_it_has_rested()
    {
        var queue = new JobQueue([Order("a"), Order("b")]);
        queue.Return((await queue.TakeAsync(CancellationToken.None)).ShouldNotBeNull(), TimeSpan.FromMilliseconds(30));
        (await queue.TakeAsync(CancellationToken.None)).ShouldNotBeNull().Order.Key.ShouldBe(new("b"));
        (await queue.TakeAsync(CancellationToken.None)).ShouldNotBeNull().Order.Key.ShouldBe(new("a"));
    }

    [Fact]
    public async Task A_cancelled_queue_gives_no_job_and_loses_none()
    {
        var queue = new JobQueue([Order("a")]);
        await Should.ThrowAsync<OperationCanceledException>(() => queue.TakeAsync(new(canceled: true)));
        queue.Drain().ShouldHaveSingleItem().Order.Key.ShouldBe(new("a"));
        queue.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    public void An_attempt_may_be_repeated_as_often_as_the_order_says(int retries, int number, bool may) =>
        new JobAttempt(Order("a") with { Retries = retries }, number).MayRetry.ShouldBe(may);

    private static WorkOrder Order(string key) => new(new(key), key, "", "", "", new("density"), null, 1, new(), new(), TrainingSettings.Default, [], 1, 60, []);
}
