namespace Tomography.Analysis;

/// <summary>Two classes: see <see cref="MutualInformation.PlugIn"/>.</summary>
internal sealed class PlugInEstimate(ReadOnlySpan<double> a, ReadOnlySpan<double> b) : MutualEstimate
{
    private readonly int[] _a = Samples.Codes(a), _b = Samples.Codes(b);

    public override double Bits(ReadOnlySpan<int> order)
    {
        if (_a.Length == 0) return 0;
        var (ofA, ofB) = (new int[_a.Max() + 1], new int[_b.Max() + 1]);
        var joint = new int[ofA.Length * ofB.Length];
        for (var sample = 0; sample < _a.Length; sample++)
        {
            var (a, b) = (_a[sample], _b[order[sample]]);
            ofA[a]++;
            ofB[b]++;
            joint[a * ofB.Length + b]++;
        }

        return (Entropy(ofA, _a.Length) + Entropy(ofB, _a.Length) - Entropy(joint, _a.Length)) / Math.Log(2);
    }

    // Of the observed shares, with the correction of Miller and Madow, in nats.
    private static double Entropy(int[] counts, double total)
    {
        var seen = counts.Where(count => count > 0).Order().ToArray();
        return seen.Sum(count => -count / total * Math.Log(count / total)) + (seen.Length - 1) / (2 * total);
    }
}
