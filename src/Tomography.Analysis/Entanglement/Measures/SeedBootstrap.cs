using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Bootstrap intervals of all measures over seeds (Efron, Ann. Stat. 7, 1, 1979; percentile form).</summary>
/// <remarks>As many seeds as the study has are drawn with replacement, the lattice is built of them and measured. With the few seeds of a study the intervals are rough:
/// they say which numbers hang on single seeds. The z-score of modularity takes at most 25 permutations per draw. A draw in which a measure does not exist is left out of its interval.</remarks>
public static class SeedBootstrap
{
    private const int MostPermutations = 25;
    private const ulong Stream = 0x7365656473;

    /// <summary>The measures of a lattice with their intervals, in the order of <see cref="LatticeMeasure"/>.</summary>
    /// <param name="measures">The measures with every seed.</param>
    /// <param name="seeds">The seeds of the study; fewer than two give no interval.</param>
    /// <param name="build">Builds the lattice that a draw of seeds gives.</param>
    /// <param name="earlier">Earlier lattices, oldest first; they are not drawn.</param>
    /// <param name="settings">How many draws.</param>
    public static ImmutableArray<MeasureEstimate> Of(
        LatticeMeasures measures,
        IReadOnlyList<int> seeds,
        Func<IReadOnlyList<int>, EntanglementLattice> build,
        IReadOnlyList<EntanglementLattice> earlier,
        LatticeSettings settings)
    {
        var quick = settings with { Permutations = Math.Min(MostPermutations, settings.Permutations) };
        var draws = seeds.Count < 2 ? [] : Draws(seeds, settings.Resamples).Select(draw => LatticeMeasures.Of(build(draw), earlier, quick)).ToArray();
        return [.. Enum.GetValues<LatticeMeasure>().Select(measure => Estimate(measure, measures[measure], draws))];
    }

    /// <summary>Draws of seeds with replacement; the same on every machine.</summary>
    internal static IEnumerable<int[]> Draws(IReadOnlyList<int> seeds, int count)
    {
        var random = new SplitMixRandom(Stream);
        for (var run = 0; run < count; run++)
        {
            var draw = new int[seeds.Count];
            for (var place = 0; place < draw.Length; place++) draw[place] = seeds[random.Below(seeds.Count)];
            yield return draw;
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
        return value is null || sorted.Length == 0 ? new(measure, value, null, null) : new(measure, value, Percentile(sorted, 0.025), Percentile(sorted, 0.975));
    }
}
