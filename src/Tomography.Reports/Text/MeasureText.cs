using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The measures of a lattice in words.</summary>
internal static class MeasureText
{
    /// <summary>Whether a measure needs an earlier lattice.</summary>
    public static bool NeedsEarlier(this LatticeMeasure measure) =>
        measure is LatticeMeasure.DriftChange or LatticeMeasure.DriftBeyondSeeds or LatticeMeasure.SignFlips or LatticeMeasure.Oscillation;

    /// <summary>Name of a measure.</summary>
    public static string Title(this LatticeMeasure measure) => Both(measure).Title;

    /// <summary>What a measure says, in one line.</summary>
    public static string Meaning(this LatticeMeasure measure) => Both(measure).Meaning;

    /// <summary>A measure as people read it: whole numbers for counts, three decimals else; a dash where it does not exist.</summary>
    public static string Number(LatticeMeasure measure, double? value) =>
        value switch
        {
            null => "\u2013",
            { } number when measure is LatticeMeasure.Communities or LatticeMeasure.SignFlips => number.ToString(
                "0.#",
                CultureInfo.InvariantCulture),
            { } number when Math.Abs(number) >= 100 => number.ToString("F0", CultureInfo.InvariantCulture).Replace('-', '\u2212'),
            { } number => number.ToString("F3", CultureInfo.InvariantCulture).Replace('-', '\u2212'),
        };

    private static (string Title, string Meaning) Both(LatticeMeasure measure) =>
        measure switch
        {
            LatticeMeasure.Density => ("density", "share of the measured edges that are real, 0 to 1"),
            LatticeMeasure.WeightedDensity => ("weighted density", "mean weight of the measured edges, 0 to 1"),
            LatticeMeasure.Asymmetry => ("asymmetry", "how far influence runs one way, 0 (both alike) to 1"),
            LatticeMeasure.Dominance => ("dominance", "how unequal the outgoing strengths are (Gini), 0 to 1"),
            LatticeMeasure.Modularity => ("modularity", "how clearly the lattice falls into communities, 0 to 1"),
            LatticeMeasure.ModularityZScore => (
                "modularity z-score",
                "standard deviations above lattices with the same weights in other places"),
            LatticeMeasure.Communities => ("communities", "groups of at least two properties that inform each other"),
            LatticeMeasure.MeanShortestPath => ("mean shortest path", "an edge of weight w is 1 / w long; connected pairs only"),
            LatticeMeasure.Efficiency => ("efficiency", "mean of 1 / path length over all pairs, 0 to 1"),
            LatticeMeasure.SourceReach => ("source reach", "largest share of the targets that one property informs, 0 to 1"),
            LatticeMeasure.Fragmentation => ("fragmentation", "how far the lattice falls apart, 0 (one piece) to 1"),
            LatticeMeasure.PathologicalShare => ("pathological share", "share of the measured edges that are harmful or spurious, 0 to 1"),
            LatticeMeasure.DriftChange => ("drift: change", "relative change of the weights against the last run, 0 to 1"),
            LatticeMeasure.DriftBeyondSeeds => ("drift: beyond seeds", "the part of it that the seeds do not explain, 0 to 1"),
            LatticeMeasure.SignFlips => ("drift: sign flips", "edges decided in both runs whose sign changed"),
            LatticeMeasure.Oscillation => ("drift: oscillation", "how far weights go back and forth over three runs or more, 0 to 1"),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of a lattice."),
        };
}
