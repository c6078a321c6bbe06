namespace Tomography.Learning.Cuda;

/// <summary>How many of something the crystals of a dataset have.</summary>
/// <param name="Mean">Per crystal.</param>
/// <param name="Deviation">Standard deviation over crystals.</param>
/// <param name="Largest">The most that one has.</param>
internal readonly record struct CountStatistics(double Mean, double Deviation, int Largest)
{
    /// <summary>The statistics of starts, one more than there are crystals.</summary>
    public static CountStatistics Of(ReadOnlySpan<int> starts)
    {
        var counts = new int[starts.Length - 1];
        for (var i = 0; i < counts.Length; i++) counts[i] = starts[i + 1] - starts[i];
        if (counts.Length == 0) return default;
        var mean = counts.Average();
        return new(
            mean, Math.Sqrt(counts.Sum(c => (c - mean) * (c - mean)) / counts.Length), counts.Max());
    }
}
