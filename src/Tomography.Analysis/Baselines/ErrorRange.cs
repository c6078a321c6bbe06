namespace Tomography.Analysis;

/// <summary>Mean, smallest and largest of some numbers, one per seed.</summary>
/// <param name="Mean">The mean; never outside the range, whatever the rounding.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
public readonly record struct ErrorRange(double Mean, double Min, double Max)
{
    /// <summary>Takes the range of numbers; their order changes nothing, not even the last bit.</summary>
    /// <exception cref="ArgumentException">There are no numbers.</exception>
    public static ErrorRange Of(IReadOnlyList<double> values)
    {
        if (values.Count == 0) throw new ArgumentException("The range of no numbers does not exist.", nameof(values));
        var sorted = values.Order().ToArray();
        // Dividing first cannot overflow; sorting makes the sum independent of the order of the seeds.
        var mean = sorted.Sum(value => value / sorted.Length);
        return new(Math.Clamp(mean, sorted[0], sorted[^1]), sorted[0], sorted[^1]);
    }
}
