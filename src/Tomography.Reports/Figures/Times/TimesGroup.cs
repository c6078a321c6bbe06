using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How long models of one kind trained on one device, seconds.</summary>
internal sealed record TimesGroup(
    string Name, string Device, int Count, double Least, double FirstQuartile, double Median, double ThirdQuartile, double Most, double Sum)
{
    /// <summary>The models by representation, without and with features, and device.</summary>
    public static ImmutableArray<TimesGroup> Of(ImmutableArray<ModelRun> runs) =>
    [
        .. runs
            .GroupBy(run => (
                Name: $"{run.Model.Representation.Name}, {(run.Model.IsBaseline ? "baselines" : "with features")}", run.Device))
            .Select(group => Of(group.Key.Name, group.Key.Device, [.. group.Select(run => run.Seconds).Order()])),
    ];

    private static TimesGroup Of(string name, string device, double[] sorted) => new(
        name, device, sorted.Length, sorted[0], At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75), sorted[^1], sorted.Sum());

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
