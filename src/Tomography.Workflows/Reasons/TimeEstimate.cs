using System.Globalization;

namespace Tomography.Workflows;

/// <summary>How long jobs take, from the jobs of the store that are most like them: the median of their seconds per epoch.</summary>
internal sealed class TimeEstimate
{
    private readonly Dictionary<(string Representation, string Dataset), double> _perEpoch;

    /// <summary>Learns from the jobs of a store.</summary>
    public TimeEstimate(IEnumerable<StoredJob> jobs) => _perEpoch = jobs
        .Where(j => j.Epochs > 0)
        .GroupBy(j => (j.Part("representation"), j.Part("dataset.crystals")))
        .ToDictionary(g => g.Key, g => Median([.. g.Select(j => j.Seconds / j.Epochs)]));

    /// <summary>Seconds of a job; null where no job of the same representation over the same crystals was ever trained.</summary>
    public double? Of(Fingerprint fingerprint)
    {
        string representation = "", dataset = "", epochs = "";
        foreach (var (name, value) in fingerprint.Parts)
        {
            if (name == "representation") representation = value;
            else if (name == "dataset.crystals") dataset = value;
            else if (name == "training.epochs") epochs = value;
        }

        return _perEpoch.TryGetValue((representation, dataset), out var seconds)
            ? seconds * int.Parse(epochs, CultureInfo.InvariantCulture)
            : null;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
