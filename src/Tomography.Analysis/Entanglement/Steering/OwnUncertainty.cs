using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How uncertain the targets of a lattice are by themselves.</summary>
/// <param name="Source">What that is taken from, the same for all of them.</param>
/// <param name="Of">The uncertainty of each, from 0 to 1; 1 where nothing is known.</param>
internal sealed record OwnUncertainty(UncertaintySource Source, IReadOnlyDictionary<PropertyName, double> Of)
{
    /// <summary>Takes it from calibrated intervals where every target has them, from the errors of the seeds elsewhere.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="targets">
    /// The targets, each once, with the errors of its models over the seeds; null where fewer than two are known.
    /// </param>
    /// <param name="intervals">How sure predictions are; null where it was not asked for.</param>
    public static OwnUncertainty Known(
        Representation representation, IReadOnlyCollection<(PropertyName Target, ErrorRange? Error)> targets,
        UncertaintyAnalysis? intervals)
    {
        var open = intervals?.Targets.Where(t => t.Representation == representation).ToDictionary(t => t.Target, t => t.Open);
        return open is not null && targets.Count > 0 && targets.All(t => open.GetValueOrDefault(t.Target) is not null)
            ? new(UncertaintySource.Intervals, targets.ToDictionary(t => t.Target, t => open[t.Target]!.Value))
            : FromErrors(targets);
    }

    /// <summary>Takes it from the errors of the seeds: half their range / their mean, at most 1.</summary>
    /// <param name="targets">The targets with their errors; null where they are not known.</param>
    public static OwnUncertainty FromErrors(IEnumerable<(PropertyName Target, ErrorRange? Error)> targets) =>
        new(UncertaintySource.Errors, targets.ToDictionary(t => t.Target, t => OfRange(t.Error)));

    /// <summary>The errors of a target's models over the seeds; null where fewer than two are known.</summary>
    /// <param name="scores">A model per seed; null where it is not there.</param>
    public static ErrorRange? RangeOf(IEnumerable<ModelScore?> scores)
    {
        double[] errors = [.. scores.OfType<ModelScore>().Select(score => score.TestMae)];
        return errors.Length < 2 ? null : ErrorRange.Of(errors);
    }

    private static double OfRange(ErrorRange? error)
    {
        if (error is not { } known) return 1;
        var halfRange = (known.Max - known.Min) / 2;
        return halfRange == 0 ? 0 : Math.Min(1, halfRange / known.Mean);
    }
}
