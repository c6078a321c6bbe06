namespace Tomography.Workflows;

/// <summary>How long to wait from one line of progress to the next: longer as the run goes on, so that a night leaves no thousands of
/// lines.</summary>
internal static class ProgressPause
{
    // A line for each tenth of the time so far, and one in ten minutes at least.
    private const double Share = 0.1;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>The pause after a line.</summary>
    /// <param name="elapsed">Time since the run began.</param>
    /// <param name="first">The pause at the beginning, and the shortest; above 0.</param>
    public static TimeSpan After(TimeSpan elapsed, TimeSpan first)
    {
        var pause = elapsed * Share;
        return pause <= first ? first : pause < s_longest ? pause : first > s_longest ? first : s_longest;
    }
}
