using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Evidence.Tests;

/// <summary>How verdicts compare with what is true, over many draws.</summary>
internal sealed class EdgeTally
{
    private readonly List<(double Truth, Effect? Effect, VerdictKind Verdict)> _edges = [];
    private readonly List<double> _falseShares = [];

    /// <summary>Counts a draw.</summary>
    public void Add(IEnumerable<(double Truth, EdgeVerdict Verdict)> draw)
    {
        var edges = draw.ToArray();
        _edges.AddRange(edges.Select(e => (e.Truth, e.Verdict.Effect, e.Verdict.Kind)));
        var claims = edges.Where(e => e.Verdict.IsClaim).ToArray();
        // What changes nothing, and what is claimed the wrong way round.
        var wrong = claims.Count(e => e.Truth == 0 || (e.Truth < 0) != (e.Verdict.Kind == VerdictKind.Informs));
        _falseShares.Add(claims.Length == 0 ? 0 : wrong / (double)claims.Length);
    }

    /// <summary>The mean over draws of the share of false claims among the claims: the rate of false discoveries.</summary>
    public double FalseDiscoveries => _falseShares.Average();

    /// <summary>The share of intervals that hold the truth, of edges whose truth is in a range.</summary>
    public double Coverage(double from, double to) => Share(from, to, Holds);

    /// <summary>The share of intervals that hold the truth, of edges with an effect of some size, whichever way.</summary>
    public double CoverageOfEffects(double least) => Share(e => Math.Abs(e.Truth) >= least, Holds);

    /// <summary>The same of edges that are not <em>untrusted</em>.</summary>
    public double CoverageOfTrustedEffects(double least) =>
        Share(e => Math.Abs(e.Truth) >= least && e.Verdict != VerdictKind.Untrusted, Holds);

    /// <summary>The share of edges that inform, of those whose truth is in a range.</summary>
    public double Found(double from, double to) => Share(from, to, e => e.Verdict == VerdictKind.Informs);

    /// <summary>The share of edges that are judged to be nothing, of those whose truth is in a range.</summary>
    public double Nothing(double from, double to) => Share(from, to, e => e.Verdict == VerdictKind.Nothing);

    /// <summary>The share of edges that are not to be trusted.</summary>
    public double Untrusted => Share(-1, 1, e => e.Verdict == VerdictKind.Untrusted);

    /// <summary>The median half width of the intervals.</summary>
    public double MedianReach
    {
        get
        {
            double[] sorted = [.. _edges.Where(e => e.Effect is not null).Select(e => (e.Effect!.High - e.Effect.Low) / 2).Order()];
            return sorted[sorted.Length / 2];
        }
    }

    /// <summary>A share in percent with one decimal; a dash where there was nothing to take a share of.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–" : (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static bool Holds((double Truth, Effect? Effect, VerdictKind Verdict) edge) =>
        edge.Effect!.Low <= edge.Truth && edge.Truth <= edge.Effect.High;

    private double Share(double from, double to, Func<(double Truth, Effect? Effect, VerdictKind Verdict), bool> isSo) =>
        Share(e => e.Truth >= from && e.Truth <= to, isSo);

    private double Share(
        Func<(double Truth, Effect? Effect, VerdictKind Verdict), bool> counts,
        Func<(double Truth, Effect? Effect, VerdictKind Verdict), bool> isSo)
    {
        var those = _edges.Where(e => e.Effect is not null && counts(e)).ToArray();
        return those.Length == 0 ? double.NaN : those.Count(isSo) / (double)those.Length;
    }
}
