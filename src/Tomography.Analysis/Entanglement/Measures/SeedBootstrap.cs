using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Bootstrap intervals of all measures over seeds (Efron, Ann. Stat. 7, 1, 1979; percentile form).</summary>
/// <remarks>
/// Each edge draws as many seeds as it has with replacement (<see cref="SeedDraw"/>), the lattice is built of them and measured. With the
/// few seeds of a study the intervals are rough: they say which numbers hang on single seeds. The z-score of modularity takes at most 25
/// permutations per draw. A draw in which a measure does not exist is left out of its interval.
/// </remarks>
internal static class SeedBootstrap
{
    private const int MostPermutations = 25;
    private const ulong Stream = 0x7365656473;

    /// <summary>The measures of a lattice with their intervals, in the order of <see cref="LatticeMeasure"/>.</summary>
    /// <param name="measures">The measures with every seed.</param>
    /// <param name="seeds">How many seeds the grid of the study has.</param>
    /// <param name="further">How many seeds only further models have. Fewer than two seeds in all give no interval.</param>
    /// <param name="build">Builds the lattice that a draw of seeds gives.</param>
    /// <param name="earlier">Earlier lattices, oldest first; they are not drawn.</param>
    /// <param name="settings">How many draws.</param>
    public static ImmutableArray<MeasureEstimate> Of(
        LatticeMeasures measures,
        int seeds,
        int further,
        Func<SeedDraw, EntanglementLattice> build,
        IReadOnlyList<EntanglementLattice> earlier,
        LatticeSettings settings)
    {
        var quick = settings with { Permutations = Math.Min(MostPermutations, settings.Permutations) };
        var draws =
            seeds + further < 2
                ? []
                : Draws(seeds, further, settings.Resamples).Select(draw => LatticeMeasures.Of(build(draw), earlier, quick)).ToArray();
        return [.. Enum.GetValues<LatticeMeasure>().Select(measure => Estimate(measure, measures[measure], draws))];
    }

    // The same on every machine. Each place of a further seed has a stream of its own, so that further seeds of one edge change no draw of
    // another.
    private static IEnumerable<SeedDraw> Draws(int seeds, int further, int count)
    {
        var grid = new SplitMixRandom(Stream);
        SplitMixRandom[] beyond = [.. Enumerable.Range(1, further).Select(place => new SplitMixRandom(Stream + (ulong)place))];
        for (var run = 0; run < count; run++)
        {
            var bits = ImmutableArray.CreateBuilder<ulong>(seeds + further);
            for (var place = 0; place < seeds; place++) bits.Add(grid.Next());
            for (var place = 0; place < further; place++) bits.Add(beyond[place].Next());
            yield return new(bits.MoveToImmutable());
        }
    }

    /// <summary>The value below which a share of sorted values lies, linear between two of them.</summary>
    public static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    private static MeasureEstimate Estimate(LatticeMeasure measure, double? value, LatticeMeasures[] draws)
    {
        var sorted = draws.Select(draw => draw[measure]).OfType<double>().Order().ToArray();
        return value is null || sorted.Length == 0
            ? new(measure, value, null, null)
            : new(measure, value, Percentile(sorted, 0.025), Percentile(sorted, 0.975));
    }
}
