using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws how often repetitions of the study show each regime, a panel per lattice.</summary>
internal static class RegimeFigure
{
    private const double Left = 104, BarWidth = 240, RowHeight = 22, PanelWidth = Left + BarWidth + 86;
    private const string Ink = FigureColours.Ink;

    // The six, and none that is clear.
    private static readonly ImmutableArray<Regime?> s_regimes = [.. Enum.GetValues<Regime>().Select(regime => (Regime?)regime), null];

    /// <summary>The figure of a study; null where no regime was tried.</summary>
    public static ReportFigure? Of(StudyAnalysis analysis)
    {
        var lattices = analysis.Entanglement.Representations.Where(lattice => !lattice.Regime.Shares.IsEmpty).ToImmutableArray();
        return lattices.IsEmpty ? null : new(
            "regimes",
            "How often repetitions of the study show each regime.",
            $"The effects of all edges are drawn anew from what the verdicts rest on, and each lattice is judged again. A regime is "
                + $"announced where the lattice has it and so have {NumberText.Fixed(100 * RegimeFinding.Sure, 0)} % of the "
                + "repetitions at least (line).",
            Draw(lattices),
            FigureData.Of(
                lattices.SelectMany(lattice => s_regimes.Select(regime => (Lattice: lattice, Regime: regime))),
                ("representation", r => r.Lattice.Lattice.Scope()),
                ("regime", r => r.Regime.Word()),
                ("share", r => ShareOf(r.Lattice, r.Regime)),
                ("score", r => r.Regime is { } regime ? r.Lattice.Regime.Assessment?.Scores[regime] : null),
                ("announced", r => r.Regime is not null && r.Lattice.Regime.Announced == r.Regime)));
    }

    private static double ShareOf(LatticeAnalysis lattice, Regime? regime) =>
        lattice.Regime.Shares.Where(share => share.Regime == regime).Sum(share => share.Share);

    private static string Draw(ImmutableArray<LatticeAnalysis> lattices)
    {
        var figure = Svg.Figure(
            "chart regimes", lattices.Length * PanelWidth + 10, s_regimes.Length * RowHeight + 52,
            "How often repetitions of the study show each regime",
            string.Join("; ", lattices.Select(lattice => $"{lattice.Lattice.Scope()}: {lattice.Regime.Shares(2)}")) + ".");
        foreach (var (place, lattice) in lattices.Index()) figure.Add(Panel(lattice, place * PanelWidth));
        return Svg.Write(figure);
    }

    private static IEnumerable<XElement> Panel(LatticeAnalysis lattice, double x)
    {
        yield return Svg.Line(x + Left, 18, 12.5, "start", Ink, lattice.Lattice.Scope(), ("font-weight", "600"));
        foreach (var (row, regime) in s_regimes.Index())
        {
            var (y, share) = (30 + row * RowHeight, ShareOf(lattice, regime));
            var isAnnounced = regime is not null && lattice.Regime.Announced == regime;
            yield return Svg.Element(
                "g",
                [("class", "cell")],
                Svg.Element(
                    "title", [], $"{lattice.Lattice.Scope()}, {regime.Word()}: {VerdictText.Percents(share)} % of the repetitions"),
                Svg.Line(x + Left - 8, y + 14, 11.5, "end", Ink, regime.Word(), ("font-weight", isAnnounced ? "700" : "400")),
                Svg.Box(x + Left, y + 3, BarWidth, RowHeight - 7, ("fill", FigureColours.Faint)),
                Svg.Box(
                    x + Left, y + 3, BarWidth * share, RowHeight - 7, ("fill", isAnnounced ? FigureColours.Informs : FigureColours.Bar)),
                Svg.Line(x + Left + BarWidth + 8, y + 14, 11, "start", Ink, $"{VerdictText.Percents(share)} %"));
        }

        yield return Svg.Path(
            FormattableString.Invariant($"M{x + Left + RegimeFinding.Sure * BarWidth:0.#} 28v{s_regimes.Length * RowHeight}"),
            Ink, 1.2, ("stroke-dasharray", "3 3"));
    }
}
