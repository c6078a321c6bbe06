using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// What some properties tell about a target where others are known, I(T; X | Z), numbers and classes mixed: the nearest-neighbour estimate
/// of Mesner and Shalizi (IEEE Trans. Inf. Theory 67, 464, 2021), over ranks.
/// </summary>
internal sealed class ConditionalInformation
{
    private const int Neighbours = 5;

    private readonly Dictionary<PropertyName, double[][]> _coordinates = [];
    private readonly int[] _places;

    /// <summary>Readies the estimate for some materials.</summary>
    /// <param name="columns">All columns that will be asked about, of one dataset: materials that lack one of them are left out.</param>
    /// <param name="mostSamples">Materials that are taken at most; at least 1.</param>
    public ConditionalInformation(IReadOnlyList<PropertyColumn> columns, int mostSamples)
    {
        _places = Samples.Subsample(Samples.Complete([.. columns]), mostSamples);
        foreach (var column in columns) _coordinates[column.Property.Name] = Coordinates(column);
    }

    /// <summary>Materials behind an estimate.</summary>
    public int Materials => _places.Length;

    /// <summary>The estimate in bits, at least 0; 0 where there are too few materials.</summary>
    /// <param name="target">The target.</param>
    /// <param name="sources">What tells, at least one.</param>
    /// <param name="known">What is known; none for the mutual information.</param>
    /// <exception cref="KeyNotFoundException">A column is none of those that this was readied for.</exception>
    public double Bits(PropertyName target, PropertySet sources, PropertySet known)
    {
        var count = _places.Length;
        if (count <= Neighbours + 1) return 0;
        var (t, x, z) = (Of(target), Of(sources), Of(known));
        var psi = Digamma.Table(count);
        var (ofTarget, ofSources, ofKnown) = (new double[count], new double[count], new double[count]);
        var (whole, nearest) = (new double[count], new double[Neighbours]);
        var sum = 0.0;
        for (var point = 0; point < count; point++)
        {
            for (var other = 0; other < count; other++)
            {
                ofTarget[other] = Furthest(t, point, other);
                ofSources[other] = Furthest(x, point, other);
                ofKnown[other] = Furthest(z, point, other);
                whole[other] = Math.Max(Math.Max(ofTarget[other], ofSources[other]), ofKnown[other]);
            }

            var reach = KthDistance(whole, point, nearest);
            var (near, withTarget, withSources, alone) = (0, 0, 0, 0);
            for (var other = 0; other < count; other++)
            {
                if (other == point || ofKnown[other] > reach) continue;
                alone++;
                var (isNearTarget, areNearSources) = (ofTarget[other] <= reach, ofSources[other] <= reach);
                if (isNearTarget) withTarget++;
                if (areNearSources) withSources++;
                if (isNearTarget && areNearSources) near++;
            }

            // Equal points, as of classes, are all neighbours at distance 0.
            var neighbours = reach == 0 ? near : Neighbours;
            sum += psi[neighbours] - psi[withTarget] - psi[withSources] + psi[alone];
        }

        return Math.Max(0, sum / count / Math.Log(2));

        double[][] Of(PropertySet properties) => [.. properties.SelectMany(name => _coordinates[name])];
    }

    // Distances of numbers are differences of ranks from 0 to 1; two classes are as far apart as the first number from the last.
    private double[][] Coordinates(PropertyColumn column)
    {
        var values = Samples.At(column.Values.AsSpan(), _places);
        if (column.Property.Kind == PropertyKind.Number) return [Ranks(values)];
        if (column.Components.IsEmpty) return [Array.ConvertAll(Samples.Codes(values), code => (double)code)];
        var width = column.Property.FeatureLength;
        return
        [
            .. Enumerable.Range(0, width)
                .Select(at => Ranks(Array.ConvertAll(_places, place => column.Components[place * width + at]))),
        ];
    }

    private static double[] Ranks(double[] values) => Array.ConvertAll(MeanRanks.Of(values), rank => rank / Math.Max(1, values.Length));

    private static double Furthest(double[][] columns, int point, int other)
    {
        var furthest = 0.0;
        foreach (var column in columns) furthest = Math.Max(furthest, Math.Abs(column[other] - column[point]));
        return furthest;
    }

    private static double KthDistance(double[] distances, int point, double[] nearest)
    {
        Array.Fill(nearest, double.PositiveInfinity);
        for (var other = 0; other < distances.Length; other++)
        {
            if (other == point || distances[other] >= nearest[^1]) continue;
            var rank = nearest.Length - 1;
            for (; rank > 0 && nearest[rank - 1] > distances[other]; rank--) nearest[rank] = nearest[rank - 1];
            nearest[rank] = distances[other];
        }

        return nearest[^1];
    }
}
