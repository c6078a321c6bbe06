using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Where features, learning together and gradients agree, and where they do not, in sentences.</summary>
internal static class TransferSentences
{
    /// <summary>The sentences as HTML.</summary>
    /// <param name="transfer">What learning together does.</param>
    /// <param name="hasNoFeatures">Whether the study has no features at all.</param>
    public static string Html(TransferAnalysis transfer, bool hasNoFeatures)
    {
        var pairs = transfer.Comparisons;
        if (pairs.IsEmpty) return "";
        var told = pairs.Where(pair => pair.Concord != Concord.Open).OrderBy(pair => pair.Concord)
            .Select(pair => $"<li>{HtmlText.Escape($"{pair.Representation.Name}: {TransferText.Sentence(pair)}")}</li>").ToArray();
        var regimes = transfer.Lattices.Select(lattice => HtmlText.Escape(Regime(lattice)));
        var ranks = TransferText.Sentences([.. transfer.Agreements.Where(a => a.With == TransferRanking.Affinity || !hasNoFeatures)])
            .Select(HtmlText.Escape);
        return (told.Length == 0 ? "" : $"<p>As a feature and learnt along:</p>\n<ul>\n{string.Join('\n', told)}\n</ul>\n")
            + $"<p>{Open(transfer, hasNoFeatures)}{string.Join(" ", ranks)}</p>\n"
            + $"<p>{string.Join(" ", regimes)}</p>"
            + ClosureText.Html(transfer.Lattices.Select(lattice => (lattice, $"transfer in {lattice.Lattice.Scope()}")));
    }

    private static string Open(TransferAnalysis transfer, bool hasNoFeatures)
    {
        if (hasNoFeatures) return "The study gives no features, so that what a property tells cannot be set beside what learning it does. ";
        var open = transfer.Comparisons.Count(pair => pair.Concord == Concord.Open);
        return open == 0 ? "" : $"For {NumberText.Count(open)} of {NumberText.Count(transfer.Comparisons.Length)} pairs it cannot be "
            + "said how feature and task go together: one of the two verdicts is not there, undecided or not to be trusted. ";
    }

    private static string Regime(LatticeAnalysis lattice)
    {
        var counts = lattice.Measures.Counts;
        var harms = counts.Claims - counts.Real;
        var claims = $"Of {NumberText.Count(counts.Judged)} judged transfers in {lattice.Lattice.Scope()}, "
            + $"{NumberText.Count(counts.Real)} {(counts.Real == 1 ? "helps" : "help")} and {NumberText.Count(harms)} "
            + $"{(harms == 1 ? "harms" : "harm")}";
        return lattice.Regime.TooFew() is not null ? $"{claims}: too few for a regime of the transfer lattice."
            : $"{claims}; the regime of the transfer lattice: {lattice.Regime.Announced.Word()} ({lattice.Regime.Shares(2)}).";
    }
}
