using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// What the baselines of a representation predict for a target against what is true, counted in square bins over the test crystals of all
/// seeds: thousands of crystals are no cloud of dots then.
/// </summary>
/// <param name="Representation">What the models saw of each crystal.</param>
/// <param name="Target">The target.</param>
/// <param name="Crystals">How many predictions were counted: a crystal that several seeds test counts for each of them.</param>
/// <param name="Seeds">Of how many models they are.</param>
/// <param name="From">Lower end of both axes, in the target's unit.</param>
/// <param name="To">Upper end of both axes, above the lower.</param>
/// <param name="Beyond">How many predictions or true values lie beyond the axes; they count in the bins at the edge.</param>
/// <param name="Bins">The bins that hold any, by predicted value and then true value.</param>
public sealed record ParityDensity(
    Representation Representation, PropertyName Target, int Crystals, int Seeds, double From, double To, int Beyond,
    ImmutableArray<ParityBin> Bins)
{
    /// <summary>How many bins each axis has.</summary>
    public const int Steps = 48;

    // A few outliers would leave all others in one corner.
    private const double LeftOut = 0.002;

    /// <summary>Counts predictions. Those that are no number are left out.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="target">The target.</param>
    /// <param name="seeds">Per model what is true of its test crystals and what it predicts for them.</param>
    /// <returns>Null where nothing is left to be counted.</returns>
    public static ParityDensity? Of(
        Representation representation, PropertyName target, IReadOnlyCollection<IReadOnlyCollection<(double True, double Predicted)>> seeds)
    {
        var pairs = seeds.SelectMany(seed => seed).Where(pair => double.IsFinite(pair.True) && double.IsFinite(pair.Predicted)).ToArray();
        if (pairs.Length == 0) return null;
        double[] values = [.. pairs.Select(pair => pair.True).Order()];
        var skipped = (int)(LeftOut * values.Length);
        var (from, to) = (values[skipped], values[^(1 + skipped)]);
        // Halves, since the largest numbers are further apart than any number says.
        if (!(to - from > 1e-9 * Math.Max(Math.Abs(from), Math.Abs(to)) && to / 2 - from / 2 > 0))
        {
            var reach = Math.Max(0.5, 1e-6 * Math.Abs(from));
            (from, to) = (Math.Max(-double.MaxValue, from - reach), Math.Min(double.MaxValue, to + reach));
        }

        var bins = pairs.GroupBy(pair => (Predicted: Place(pair.Predicted), True: Place(pair.True)))
            .OrderBy(bin => bin.Key.Predicted).ThenBy(bin => bin.Key.True)
            .Select(bin => new ParityBin(bin.Key.True, bin.Key.Predicted, bin.Count()));
        return new(
            representation, target, pairs.Length, seeds.Count(seed => seed.Count > 0), from, to,
            pairs.Count(pair => IsBeyond(pair.True) || IsBeyond(pair.Predicted)), [.. bins]);

        int Place(double value) => (int)Math.Clamp(Math.Floor((value / 2 - from / 2) / (to / 2 - from / 2) * Steps), 0, Steps - 1);
        bool IsBeyond(double value) => value < from || value > to;
    }

    /// <summary>Lower end of a bin, in the target's unit.</summary>
    public double LowerEnd(int place) => From + (To / Steps - From / Steps) * place;
}
