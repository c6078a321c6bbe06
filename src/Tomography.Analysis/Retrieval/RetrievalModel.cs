using MathNet.Numerics.LinearAlgebra;

namespace Tomography.Analysis;

/// <summary>The retrieval of one seed: how candidates are compared, learnt from the validation part.</summary>
internal sealed class RetrievalModel
{
    private static readonly double[] s_tails = [2, 4, 8, 16, 1000], s_widths = [0.25, 0.5, 1, 2],
        s_reaches = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 20, 100, 1000];

    private readonly RetrievalPart _validation, _test;
    private readonly Dictionary<RetrievalMethod, CandidateMatch> _matches;

    /// <summary>Learns how the errors of predictions scatter.</summary>
    /// <param name="seed">What baselines predict.</param>
    /// <param name="settings">How it is measured.</param>
    public RetrievalModel(RetrievalSeed seed, RetrievalSettings settings)
    {
        (Seed, Properties) = (seed, seed.Properties.Length);
        // Half as many choose: every order and width is tried on them.
        var validation = Sampled(seed.Validation, (settings.MostCrystals + 1) / 2);
        double[] means = [.. validation.Measured.Select(v => v.Average())];
        double[] scales = [.. validation.Measured.Select((v, p) => Deviation(v, means[p]))];
        var stream = 0x72657472 + (ulong)(uint)seed.Seed;
        _validation = RetrievalPart.Of(validation, means, scales, settings.Noise, stream);
        _test = RetrievalPart.Of(Sampled(seed.Test, settings.MostCrystals), means, scales, settings.Noise, stream + 1);
        var noise = settings.Noise * settings.Noise * Matrix<double>.Build.DenseIdentity(Properties);
        _matches = new()
        {
            [RetrievalMethod.Likelihood] = Fitted(
                from tail in s_tails from width in s_widths select new CandidateMatch(width * Scatter(), tail)),
            [RetrievalMethod.Neighbours] = Fitted(
                from reach in s_reaches
                select new CandidateMatch(reach * reach * Matrix<double>.Build.DenseIdentity(Properties), s_tails[^1])),
            [RetrievalMethod.Measured] = new(noise, s_tails[^1]),
        };
    }

    /// <summary>What baselines predict.</summary>
    public RetrievalSeed Seed { get; }

    /// <summary>How many properties.</summary>
    public int Properties { get; }

    /// <summary>How many candidates.</summary>
    public int Candidates => _test.Formulas.Length;

    /// <summary>Mean bits on the validation part, where these properties are measured.</summary>
    public double Chosen(RetrievalMethod method, IReadOnlyList<int> used) => Of(method, _validation, used, null).Average(m => m.Bits);

    /// <summary>The crystals of the test part, where these properties are measured.</summary>
    public MatchedCrystal[] Tested(RetrievalMethod method, IReadOnlyList<int> used) => Of(method, _test, used, null);

    /// <summary>The same where the formula is known as well.</summary>
    public MatchedCrystal[] WithFormula(RetrievalMethod method, IReadOnlyList<int> used) =>
        Of(method, _test, used, (one, other) => _test.Formulas[one] == _test.Formulas[other]);

    private MatchedCrystal[] Of(RetrievalMethod method, RetrievalPart part, IReadOnlyList<int> used, Func<int, int, bool>? mayBe) =>
        _matches[method].Of(
            part.Measured, method == RetrievalMethod.Measured ? part.Noisy : part.Predicted, used, mayBe);

    // What singles out best where all properties are measured.
    private CandidateMatch Fitted(IEnumerable<CandidateMatch> matches)
    {
        int[] all = [.. Enumerable.Range(0, Properties)];
        return matches.MaxBy(match => match.Of(_validation.Measured, _validation.Predicted, all).Average(m => m.Bits))!;
    }

    // Drawn a little towards errors that have nothing in common, so that it stays regular where there are few crystals.
    private Matrix<double> Scatter()
    {
        var count = _validation.Formulas.Length;
        var errors = Matrix<double>.Build.Dense(
            Properties, count, (p, i) => _validation.Measured[p][i] - _validation.Predicted[p][i]);
        var scatter = errors.TransposeAndMultiply(errors) / count;
        var share = Math.Min(1, (double)Properties / count);
        return (1 - share) * scatter
            + share * Matrix<double>.Build.DenseOfDiagonalVector(scatter.Diagonal())
            + 1e-9 * Matrix<double>.Build.DenseIdentity(Properties);
    }

    private static RetrievalCrystals Sampled(RetrievalCrystals crystals, int most) =>
        crystals.Count <= most ? crystals : crystals.Take(Samples.Subsample([.. Enumerable.Range(0, crystals.Count)], most));

    private static double Deviation(IReadOnlyCollection<double> values, double mean)
    {
        var variance = values.Average(x => (x - mean) * (x - mean));
        return variance > 0 ? Math.Sqrt(variance) : 1;
    }
}
