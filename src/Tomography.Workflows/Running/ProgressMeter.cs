namespace Tomography.Workflows;

/// <summary>Counts jobs and epochs of a run and estimates the time left from the epochs trained so far.</summary>
internal sealed class ProgressMeter(int total, int alreadyDone)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JobKey, double> _running = [];
    private double _worked;
    private int _finished, _failed;

    public void Started(JobKey job) => Update(() => _running[job] = 0);

    public void Trained(JobKey job, int epoch, int epochs) => Update(() => _running[job] = (double)epoch / epochs);

    public void Finished(JobKey job, bool failed) => Update(() =>
    {
        // A job that failed early says little about how long others take.
        _running.Remove(job, out var share);
        _worked += failed ? share : 1;
        _finished++;
        if (failed) _failed++;
    });

    /// <summary>How far the run is, so long after its start.</summary>
    public RunProgress Read(TimeSpan elapsed)
    {
        lock (_lock)
        {
            var running = _running.Values.Sum();
            var worked = _worked + running;
            var todo = total - alreadyDone - _finished - running;
            TimeSpan? left = worked > 0.2 ? elapsed * (todo / worked) : null;
            return new(alreadyDone + _finished, total, _running.Count, _failed, left);
        }
    }

    private void Update(Action change)
    {
        lock (_lock) change();
    }
}
