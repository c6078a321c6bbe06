namespace Tomography.Workflows;

/// <summary>One try to train the models of a cohort.</summary>
/// <param name="Order">What to train.</param>
/// <param name="Number">Which try it is, from 1.</param>
internal sealed record CohortAttempt(CohortOrder Order, int Number)
{
    /// <summary>Whether the jobs may be tried once more after this.</summary>
    public bool MayRetry => Number <= Order.Retries;

    /// <summary>The next try of one of its models: who failed is tried again alone.</summary>
    public CohortAttempt Next(ModelOrder model) => new(Order with { Models = [model] }, Number + 1);

    /// <summary>The same try for one of its models.</summary>
    public CohortAttempt Of(ModelOrder model) => this with { Order = Order with { Models = [model] } };
}
