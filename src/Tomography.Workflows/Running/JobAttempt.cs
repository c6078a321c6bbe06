namespace Tomography.Workflows;

/// <summary>One try to train a job.</summary>
/// <param name="Order">What to train.</param>
/// <param name="Number">Which try it is, from 1.</param>
internal sealed record JobAttempt(WorkOrder Order, int Number)
{
    /// <summary>Whether the job may be tried once more after this.</summary>
    public bool MayRetry => Number <= Order.Retries;

    public JobAttempt Next() => this with { Number = Number + 1 };
}
