using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Retrieval in words.</summary>
internal static class RetrievalText
{
    /// <summary>What a representation came to, in a sentence of plain text.</summary>
    public static string Sentence(RetrievalAnalysis one)
    {
        var best = one.Curve(RetrievalMethod.Likelihood, RetrievalOrder.Best)!.Points;
        var (first, last) = (best[0], best[^1]);
        var ceiling = one.Curve(RetrievalMethod.Measured, RetrievalOrder.Best)!.Points[^1];
        var most = best.MaxBy(p => p.Bits)!;
        var more = most.Count == last.Count
            ? "each order ends there, and no smaller number of properties in the best order does better"
            : $"{most.Count} of them in the best order tell as much or more ({Bits(most.Bits)})";
        return $"In {one.Representation.Name}, of {Bits(one.MostBits)} that would single out one of "
            + $"{NumberText.Count((int)Math.Round(one.Candidates))} candidates, {first.Property} alone tells {Bits(first.Bits)}, all "
            + $"{last.Count} properties {Bits(last.Bits)}{Reach(last)}: the true crystal then comes {Place(last.MedianRank)} of the "
            + $"candidates in the median, and first in {NumberText.Fixed(100 * last.First, 0)} % of cases; {more}. Perfect predictions "
            + $"would tell {Bits(ceiling.Bits)}, the formula by itself {Bits(one.FormulaBits)}, the formula and all properties "
            + $"{Bits(one.FormulaAndAllBits)}.";
    }

    /// <summary>The same in short, for a terminal.</summary>
    public static string Short(RetrievalAnalysis one)
    {
        var points = one.Curve(RetrievalMethod.Likelihood, RetrievalOrder.Best)!.Points;
        return $"Retrieval in {one.Representation.Name}: {points[0].Property} tells {Bits(points[0].Bits)} of {Bits(one.MostBits)}, all "
            + $"{points.Length} properties tell {Bits(points[^1].Bits)}.";
    }

    /// <summary>A number of bits.</summary>
    public static string Bits(double bits) => $"{NumberText.Plain(bits, 2)} bits";

    private static string Reach(RetrievalPoint point) => point.Reach is { } reach ? $" (\u00b1 {NumberText.Plain(reach, 2)})" : "";

    private static string Place(double rank) => $"at place {NumberText.Plain(rank, 1)}";
}
