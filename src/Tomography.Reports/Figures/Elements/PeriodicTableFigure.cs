using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>
/// Draws the periodic table with the number of materials that hold each element, darker for more, on a logarithmic scale.
/// </summary>
internal static class PeriodicTableFigure
{
    private const double CellWidth = 50, CellHeight = 46, BarWidth = 240, BarHeight = 12;
    private const string Id = "elements", Gradient = $"{Id}-scale";
    private const string Ink = FigureColours.Ink, None = FigureColours.Soft, Line = FigureColours.Line;

    /// <summary>The figure of a dataset.</summary>
    /// <param name="audit">The dataset; it holds one element at least.</param>
    public static ReportFigure Of(DatasetAudit audit) => new(
        Id,
        $"Elements of the dataset: {audit.Elements.Length} of {ElementTable.All.Length}.",
        "Below each symbol stands the number of materials that hold the element, whatever its share in them. The colours are logarithmic.",
        Draw(audit),
        FigureData.Of(
            audit.Elements,
            ("element", e => ElementTable.SymbolOf(e.AtomicNumber)),
            ("atomic_number", e => e.AtomicNumber),
            ("materials", e => e.Materials),
            ("share", e => (double)e.Materials / audit.Materials)));

    /// <summary>Draws the table as one <c>svg</c> element; lines end in LF.</summary>
    /// <param name="audit">The dataset; it holds one element at least.</param>
    public static string Draw(DatasetAudit audit)
    {
        var counts = audit.Elements.ToDictionary(e => e.AtomicNumber, e => e.Materials);
        var most = counts.Values.Max();
        var figure = Svg.Figure(
            "elements", ElementPlace.Columns * CellWidth + 2, ElementPlace.Rows * CellHeight + 2,
            "Periodic table with the number of materials that hold each element",
            $"{audit.Elements.Length} elements occur; the most frequent is "
                + $"{ElementTable.SymbolOf(audit.Elements.MaxBy(e => e.Materials)!.AtomicNumber)}, in {NumberText.Count(most)} of "
                + $"{NumberText.Count(audit.Materials)} materials.");
        figure.Add(Svg.Element(
            "defs", [],
            Svg.Element(
                "linearGradient", [("id", Gradient)],
                [
                    .. Enumerable.Range(0, 11).Select(step =>
                        Svg.Element("stop", [("offset", step / 10.0), ("stop-color", ColourOf(step / 10.0))])),
                ])));
        figure.Add(ElementTable.All.Select(e => Cell(e, counts.GetValueOrDefault(e.AtomicNumber), most, audit.Materials)));
        // Where the f elements would stand.
        figure.Add(Range("57\u201371", 5), Range("89\u2013103", 6));
        figure.Add(Legend(3.2 * CellWidth, 0.35 * CellHeight, most));
        return Svg.Write(figure);
    }

    /// <summary>How dark a number is: its place between one and the largest on a logarithmic scale.</summary>
    internal static double Share(int count, int most) => most <= 1 ? 1 : Math.Log(count) / Math.Log(most);

    // One material is not white, which is none.
    private static Rgb ColourOf(double share) => SequentialScale.ColourOf(0.12 + 0.88 * share);

    private static XElement Cell(Element element, int count, int most, int materials)
    {
        var place = ElementPlace.Of(element);
        var (x, y) = (1 + place.Column * CellWidth, 1 + place.Row * CellHeight);
        object fill = count == 0 ? FigureColours.Paper : ColourOf(Share(count, most));
        var ink = count == 0 ? None : ColourOf(Share(count, most)).Ink.Hex;
        var cell = Svg.Element(
            "g", [("class", "cell")],
            Svg.Element("title", [], Sentence(element, count, materials)),
            Svg.Box(x, y, CellWidth - 2, CellHeight - 2, ("fill", fill), ("stroke", Line), ("stroke-width", 0.75)),
            Svg.Line(x + 4, y + 11, 9, "start", ink, element.AtomicNumber.ToString(CultureInfo.InvariantCulture)),
            Svg.Line(x + CellWidth / 2 - 1, y + 24, 15, "middle", ink, element.Symbol, ("font-weight", count == 0 ? "400" : "600")));
        if (count > 0) cell.Add(Svg.Line(x + CellWidth / 2 - 1, y + 38, 10.5, "middle", ink, NumberText.Count(count)));
        return cell;
    }

    private static string Sentence(Element element, int count, int materials) => count == 0
        ? $"{element.Name}: no material"
        : $"{element.Name}: {NumberText.Count(count)} of {NumberText.Count(materials)} materials, "
            + NumberText.Share((double)count / materials);

    private static XElement Range(string text, int row) =>
        Svg.Line(1 + 2.5 * CellWidth, 1 + (row + 0.58) * CellHeight, 11, "middle", None, text);

    private static IEnumerable<XElement> Legend(double x, double y, int most)
    {
        yield return Svg.Line(x, y, 11.5, "start", Ink, "materials that hold the element");
        yield return Svg.Box(
            x, y + 8, BarWidth, BarHeight, ("fill", $"url(#{Gradient})"), ("stroke", FigureColours.Soft), ("stroke-width", 0.5));
        for (var tick = 1; tick <= most; tick *= 10)
        {
            if (tick > 1 && tick < most && Share(tick, most) > 0.88) break;
            yield return Svg.Line(x + BarWidth * Share(tick, most), y + 34, 11, "middle", Ink, NumberText.Count(tick));
            if (tick > most / 10) break;
        }

        if (most > 1) yield return Svg.Line(x + BarWidth, y + 34, 11, "middle", Ink, NumberText.Count(most));
        yield return Svg.Box(
            x + BarWidth + 30, y + 8, 20, BarHeight, ("fill", FigureColours.Paper), ("stroke", Line), ("stroke-width", 0.75));
        yield return Svg.Line(x + BarWidth + 58, y + 18, 11.5, "start", Ink, "none");
    }
}
