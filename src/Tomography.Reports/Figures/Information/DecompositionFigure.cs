using System.Collections.Immutable;
using System.Xml.Linq;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// Draws the decomposition of information as areas in the manner of Figure 2 of [T]: for each target, what the feature that tells most and
/// its second source tell: each alone, either of them, and only both together.
/// </summary>
internal static class DecompositionFigure
{
    private const double PanelWidth = 250, PanelHeight = 226, Largest = 26;
    private const int PerRow = 4;
    private const string Ink = FigureColours.Ink;

    /// <summary>The figure of a study; null where no information is divided.</summary>
    public static ReportFigure? Of(StudyAnalysis analysis)
    {
        var cells = CellsOf(analysis);
        return cells.IsEmpty ? null : new(
            "decomposition",
            "Information of two sources about each target, divided.",
            "Of each target, the feature that tells most (left) and the other feature that tells most (right): what only one of them "
                + "tells, what either tells (where they overlap), and what only both together tell (below). Areas are bits, by the "
                + "decomposition of Bertschinger and others (BROJA), as they are: chance is not taken off, as it is in the table.",
            Draw(cells),
            FigureData.Of(
                cells,
                ("target", c => c.Cell.Target.Value),
                ("first", c => c.Cell.Feature.Value),
                ("second", c => c.Cell.Second!.Feature.Value),
                ("unique_first_bits", c => c.Parts.UniqueFirst),
                ("redundant_bits", c => c.Parts.Redundant),
                ("unique_second_bits", c => c.Parts.UniqueSecond),
                ("synergetic_bits", c => c.Parts.Synergetic),
                ("materials", c => c.Cell.Second!.Samples)));
    }

    private static ImmutableArray<(InformationCell Cell, InformationParts Parts)> CellsOf(StudyAnalysis analysis) =>
    [
        .. from target in analysis.Targets
           let cells = analysis.Information?.Cells.Where(c => c.Target == target.Name && c.Bits is not null) ?? []
           let most = cells.Where(c => c.Second?.By(DecompositionMethod.Broja) is not null).MaxBy(c => c.Bits)
           where most is not null
           select (most, most.Second!.By(DecompositionMethod.Broja)!.Parts),
    ];

    /// <summary>Radius of a part, pixels: areas are as the bits are.</summary>
    internal static double Radius(double bits, double most) => most <= 0 ? 0 : Largest * Math.Sqrt(bits / most);

    private static string Draw(ImmutableArray<(InformationCell Cell, InformationParts Parts)> cells)
    {
        var rows = (cells.Length + PerRow - 1) / PerRow;
        var most = cells.Max(c => new[] { c.Parts.Redundant, c.Parts.UniqueFirst, c.Parts.UniqueSecond, c.Parts.Synergetic }.Max());
        var figure = Svg.Figure(
            "chart decomposition", Math.Max(Math.Min(cells.Length, PerRow) * PanelWidth + 10, 420), rows * PanelHeight + 10,
            "Information of two sources about each target, divided",
            string.Join("; ", cells.Select(c => $"{c.Cell.Target}: {Sentence(c.Cell, c.Parts)}")) + ".");
        foreach (var (place, (cell, parts)) in cells.Index())
            figure.Add(Panel(cell, parts, most, place % PerRow * PanelWidth + 6, place / PerRow * PanelHeight + 6));
        return Svg.Write(figure);
    }

    private static XElement Panel(InformationCell cell, InformationParts parts, double most, double x, double y)
    {
        var panel = Svg.Element(
            "g",
            [("class", "cell"), ("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#})"))],
            Svg.Element("title", [], $"{cell.Target}: {Sentence(cell, parts)}"),
            Svg.Line(0, 14, 12.5, "start", Ink, cell.Target.Value, ("font-weight", "600")),
            Svg.Line(0, 30, 10, "start", FigureColours.Soft, $"left: {cell.Feature}"),
            Svg.Line(0, 43, 10, "start", FigureColours.Soft, $"right: {cell.Second!.Feature}"),
            Ellipse(118, 134, 116, 82),
            Ellipse(84, 112, 68, 42),
            Ellipse(152, 112, 68, 42));
        panel.Add(Part(50, 112, parts.UniqueFirst, most), Part(118, 112, parts.Redundant, most));
        panel.Add(Part(186, 112, parts.UniqueSecond, most), Part(118, 184, parts.Synergetic, most));
        return panel;
    }

    private static IEnumerable<XElement> Part(double x, double y, double bits, double most)
    {
        var radius = Radius(bits, most);
        yield return Svg.Element("circle", [("cx", x), ("cy", y), ("r", radius), ("fill", FigureColours.Bar), ("class", "part")]);
        // Below the disc where it is too small to hold the number.
        yield return Svg.Line(x, radius > 14 ? y + 4 : y + radius + 13, 11, "middle", Ink, NumberText.Fixed(bits, 2));
    }

    private static XElement Ellipse(double x, double y, double width, double height) => Svg.Element(
        "ellipse",
        [
            ("cx", x), ("cy", y), ("rx", width), ("ry", height), ("fill", "none"), ("stroke", FigureColours.Soft), ("stroke-width", 1.2),
        ]);

    private static string Sentence(InformationCell cell, InformationParts parts) =>
        $"only {cell.Feature} {NumberText.Fixed(parts.UniqueFirst, 2)} bits, only {cell.Second!.Feature} "
            + $"{NumberText.Fixed(parts.UniqueSecond, 2)}, either {NumberText.Fixed(parts.Redundant, 2)}, only both together "
            + NumberText.Fixed(parts.Synergetic, 2);
}
