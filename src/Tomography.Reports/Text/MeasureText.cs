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

    /// <summary>A measure of a lattice with its interval, or what it lacks.</summary>
    public static string Value(LatticeAnalysis lattice, LatticeMeasure measure)
    {
        var estimate = Estimate(lattice, measure);
        if (estimate.Lacks is { } lacks) return lacks.Words();
        var interval = estimate.Lower is null ? "" : $" ({Number(measure, estimate.Lower)} to {Number(measure, estimate.Upper)})";
        return Number(measure, estimate.Value) + interval;
    }

    /// <summary>Whether a lattice has edges enough for a measure.</summary>
    public static bool IsKnown(LatticeAnalysis lattice, LatticeMeasure measure) => Estimate(lattice, measure).Lacks is null;

    private static MeasureEstimate Estimate(LatticeAnalysis lattice, LatticeMeasure measure) =>
        lattice.Estimates.Single(each => each.Measure == measure);

    /// <summary>What is missing for a measure: <c>too few real edges (3 of 5)</c>.</summary>
    public static string Words(this Shortfall lacks) => $"too few {Word(lacks.What)} ({lacks.Found} of {lacks.Needed})";

    private static string Word(Evidence what) => what switch
    {
        Evidence.JudgedEdges => "judged edges",
        Evidence.RealEdges => "real edges",
        Evidence.TwoWayPairs => "pairs judged both ways",
        Evidence.RealTwoWayPairs => "real pairs judged both ways",
        Evidence.CommonEdges => "edges judged in both runs",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No evidence of a measure."),
    };

    private static (string Title, string Meaning) Both(LatticeMeasure measure) =>
        measure switch
        {
            LatticeMeasure.Density => ("density", "share of the judged edges that inform, 0 to 1"),
            LatticeMeasure.PossibleDensity => (
                "possible density",
                "the same with the undecided edges whose change would matter, 0 to 1"),
            LatticeMeasure.WeightedDensity => ("weighted density", "sum of the real weights / judged edges, 0 to 1"),
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
            LatticeMeasure.PathologicalShare => (
                "pathological share",
                "share of the judged edges that harm, or whose effect is not to be trusted, 0 to 1"),
            LatticeMeasure.DriftChange => ("drift: change", "relative change of the weights against the last run, 0 to 1"),
            LatticeMeasure.DriftBeyondSeeds => ("drift: beyond seeds", "the part of it that chance does not explain, 0 to 1"),
            LatticeMeasure.SignFlips => ("drift: sign flips", "edges that inform in one run and harm in the other"),
            LatticeMeasure.Oscillation => ("drift: oscillation", "how far weights go back and forth over three runs or more, 0 to 1"),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of a lattice."),
        };
}
