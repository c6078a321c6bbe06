using System.Globalization;

namespace Tomography.Workflows;

/// <summary>
/// How long jobs take on a kind of device, from the jobs of the store that are most like them and were trained there: the median of their
/// seconds per epoch. Those of jobs that a GPU trained side by side are each one's share.
/// </summary>
internal sealed class TimeEstimate
{
    private readonly Dictionary<(string Representation, string Dataset, string Device), double> _perEpoch;

    /// <summary>Learns from the jobs of a store.</summary>
    public TimeEstimate(IEnumerable<StoredJob> jobs) => _perEpoch = jobs
        .Where(j => j.Epochs > 0)
        .GroupBy(j => (j.Part("representation"), j.Part("dataset.crystals"), j.Device))
        .ToDictionary(g => g.Key, g => Median([.. g.Select(j => j.Seconds / j.Epochs)]));

    /// <summary>The kinds of devices of which something is known, the CPU first.</summary>
    public IEnumerable<string> Devices => _perEpoch.Keys.Select(k => k.Device).Distinct(StringComparer.Ordinal)
        .OrderBy(d => d != DeviceKind.Cpu).ThenBy(d => d, StringComparer.Ordinal);

    /// <summary>Time of all of some jobs on one worker; null where of one of them too little is known.</summary>
    public TimeSpan? Of(IReadOnlyList<Fingerprint> jobs, string device)
    {
        var seconds = jobs.Select(j => Of(j, device)).ToArray();
        return Array.TrueForAll(seconds, s => s is not null) ? TimeSpan.FromSeconds(seconds.Sum(s => s!.Value)) : null;
    }

    /// <summary>
    /// Seconds of a job; null where no job of the same representation over the same crystals was ever trained on such a device.
    /// </summary>
    public double? Of(Fingerprint fingerprint, string device = DeviceKind.Cpu)
    {
        string representation = "", dataset = "", epochs = "";
        foreach (var (name, value) in fingerprint.Parts)
        {
            if (name == "representation") representation = value;
            else if (name == "dataset.crystals") dataset = value;
            else if (name == "training.epochs") epochs = value;
        }

        return _perEpoch.TryGetValue((representation, dataset, device), out var seconds)
            ? seconds * int.Parse(epochs, CultureInfo.InvariantCulture)
            : null;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
