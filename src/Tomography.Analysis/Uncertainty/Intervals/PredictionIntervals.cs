using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// Intervals for new crystals. Where a part of the dataset was held out, they are those of split conformal prediction around the mean of
/// all models, by all of that part. Else each crystal that was tested says how far the models that tested it are off, and the interval is
/// that of CV+ (Barber, Candes, Ramdas, Tibshirani, Annals of Statistics 49, 486, 2021, eq. 11): quantiles of what these models predict for
/// the new crystal, plus and minus that error.
/// </summary>
public sealed class PredictionIntervals
{
    private readonly ConformalCalibration? _split;
    private readonly ImmutableDictionary<string, ImmutableArray<TestedTogether>> _groups;
    private readonly ImmutableArray<TestedTogether> _all;
    private readonly double _level;

    /// <summary>Calibrates intervals.</summary>
    /// <param name="unseen">What models predict of crystals that they did not see; at least one crystal.</param>
    /// <param name="settings">The level, and within what to calibrate.</param>
    /// <exception cref="ArgumentException">There is no crystal.</exception>
    public PredictionIntervals(UnseenCrystals unseen, UncertaintySettings settings)
    {
        if (unseen.Crystals.IsEmpty) throw new ArgumentException("There is no crystal; expected at least one.", nameof(unseen));
        _level = settings.Level;
        Bands = settings.Within == CalibratedWithin.Distance ? DistanceBands.Of(unseen.Crystals) : null;
        if (unseen.Design == UnseenDesign.HeldOut)
        {
            _split = new(unseen.Crystals, unseen.HasSpread, Bands is null ? null : Bands.NameOf);
            (_groups, _all) = (ImmutableDictionary<string, ImmutableArray<TestedTogether>>.Empty, []);
            return;
        }

        _all = TestedTogether.Of(unseen.Crystals);
        _groups = unseen.Crystals.Where(c => Bands?.NameOf(c) is not null).GroupBy(c => Bands!.NameOf(c)!, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => TestedTogether.Of([.. g]), StringComparer.Ordinal);
    }

    /// <summary>The thirds by distance within which it is calibrated; null where all crystals count alike.</summary>
    public DistanceBands? Bands { get; }

    /// <summary>The interval of a new crystal; null where there are too few crystals for the level.</summary>
    /// <param name="predicted">What each model predicts of it, in the order of the seeds.</param>
    /// <param name="distance">Its distance to the training crystals, in multiples of the domain's; null where it is not known.</param>
    public PredictionInterval? Of(ImmutableArray<double> predicted, double? distance)
    {
        var group = Bands?.NameOf(distance);
        if (_split is not null)
        {
            var mean = Ensemble.Mean(predicted);
            return _split.Reach(Ensemble.Spread(predicted), group, _level) is { } reach ? new(mean - reach, mean + reach) : null;
        }

        return (group is not null && _groups.TryGetValue(group, out var own) ? Crossed(own, predicted) : null) ?? Crossed(_all, predicted);
    }

    private PredictionInterval? Crossed(ImmutableArray<TestedTogether> tested, ImmutableArray<double> predicted)
    {
        var count = tested.Sum(t => t.Errors.Length);
        var place = ConformalQuantile.PlaceOf(count, _level);
        if (place > count) return null;
        // Both ends are order statistics of the same kind: the lower one is that of the values with the sign turned.
        double[] means = [.. tested.Select(t => t.Mean(predicted))];
        return new(-OrderStatistic.Of(tested, [.. means.Select(m => -m)], place), OrderStatistic.Of(tested, means, place));
    }
}
