using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Takes from values and formulas what composition can tell of a target at most.</summary>
public static class CeilingAnalysis
{
    private const int Draws = 1000;
    private const ulong Stream = 0x6365696C696E67;

    /// <summary>The ceiling of composition of one target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="values">Its value per material; NaN where a material lacks it.</param>
    /// <param name="formulas">The reduced formula per material, written alike for all of one formula.</param>
    /// <exception cref="ArgumentException">There are not as many formulas as values.</exception>
    public static CompositionCeiling Of(PropertyName target, IReadOnlyList<double> values, IReadOnlyList<string> formulas)
    {
        if (values.Count != formulas.Count)
            throw new ArgumentException($"There are {formulas.Count} formulas; expected {values.Count}, one per value.", nameof(formulas));
        var all = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        // Sorted, so that the order of the materials changes not even the last bit.
        var polymorphs = Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i]))
            .GroupBy(i => formulas[i], i => values[i], StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any()).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Order().ToArray()).ToArray();
        var clusters = polymorphs.Select(Cluster.Of).ToArray();
        var materials = clusters.Sum(cluster => cluster.Materials);
        if (materials == 0) return new(target, 0, 0);
        var drawn = Drawn(clusters);
        return new(target, materials, clusters.Length)
        {
            LeaveOneOut = Interval(clusters.Sum(cluster => cluster.LeaveOneOut) / materials, drawn.Select(sums => sums.LeaveOneOut)),
            Least = Interval(clusters.Sum(cluster => cluster.Least) / materials, drawn.Select(sums => sums.Least)),
            ConstantMae = polymorphs.Sum(same => same.Sum(value => Math.Abs(value - MedianWithout(all, PlaceOf(all, value))))) / materials,
        };
    }

    /// <summary>The places of the materials that have a value and another material with a value of the same formula.</summary>
    /// <param name="values">Per material; NaN where it has none.</param>
    /// <param name="formulas">The reduced formula per material.</param>
    public static IReadOnlySet<int> Polymorphs(IReadOnlyList<double> values, IReadOnlyList<string> formulas) =>
        Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).GroupBy(i => formulas[i], StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any()).SelectMany(same => same).ToHashSet();

    /// <summary>The ceilings of a study with the errors of its baselines; none where values or formulas are not known.</summary>
    internal static ImmutableArray<CompositionCeiling> Of(StudyResults results, ScoreIndex scores, AnalysisOptions options)
    {
        if (options.Columns.IsEmpty || options.Formulas.IsEmpty) return [];
        return [.. results.Targets.Select(target => OfTarget(target.Name))];

        CompositionCeiling OfTarget(PropertyName target)
        {
            var values = options.Columns.First(column => column.Property.Name == target).Values;
            var polymorphs = Polymorphs(values, options.Formulas);
            return Of(target, values, options.Formulas) with
            {
                Baselines =
                [
                    .. results.Representations.Select(representation => PolymorphError.Of(
                        representation,
                        Widest(scores.Models(representation, target, PropertySet.None))
                            .Select(model => options.TestErrors?.Invoke(model, target)).OfType<TestErrors>(),
                        polymorphs)),
                ],
            };
        }
    }

    // Baselines on the most materials: those that need the fewest properties.
    private static IEnumerable<ModelSpec> Widest(IEnumerable<ModelSpec> baselines) =>
        baselines.GroupBy(model => model.Materials).OrderBy(same => same.Key.Count).Take(1).SelectMany(same => same);

    // Formulas are drawn with replacement, not materials: those of a formula are alike. Equal for all targets and on every machine.
    private static ImmutableArray<(double LeaveOneOut, double Least)> Drawn(Cluster[] clusters)
    {
        var random = new SplitMixRandom(Stream);
        var means = ImmutableArray.CreateBuilder<(double, double)>(Draws);
        for (var draw = 0; draw < Draws; draw++)
        {
            double other = 0, least = 0, materials = 0;
            for (var i = 0; i < clusters.Length; i++)
            {
                var cluster = clusters[random.Below(clusters.Length)];
                (other, least, materials) = (other + cluster.LeaveOneOut, least + cluster.Least, materials + cluster.Materials);
            }

            means.Add((other / materials, least / materials));
        }

        return means.MoveToImmutable();
    }

    private static ErrorInterval Interval(double value, IEnumerable<double> draws)
    {
        var sorted = draws.Order().ToArray();
        return new(value, Percentile.Of(sorted, 0.025), Percentile.Of(sorted, 0.975));
    }

    // Any place of a value will do: without one of two equal values the rest are the same.
    private static int PlaceOf(double[] sorted, double value) => Array.BinarySearch(sorted, value);

    private static double Median(ReadOnlySpan<double> sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>The median of sorted values without the one at a place; at least one must be left.</summary>
    private static double MedianWithout(ReadOnlySpan<double> sorted, int place)
    {
        var left = sorted.Length - 1;
        return (At(sorted, (left - 1) / 2) + At(sorted, left / 2)) / 2;

        double At(ReadOnlySpan<double> values, int i) => values[i < place ? i : i + 1];
    }

    /// <summary>The materials of a formula, with the sums of their errors.</summary>
    private readonly record struct Cluster(int Materials, double LeaveOneOut, double Least)
    {
        public static Cluster Of(double[] sorted)
        {
            double others = 0, least = 0, median = Median(sorted);
            for (var i = 0; i < sorted.Length; i++)
            {
                others += Math.Abs(sorted[i] - MedianWithout(sorted, i));
                least += Math.Abs(sorted[i] - median);
            }

            return new(sorted.Length, others, least);
        }
    }
}
