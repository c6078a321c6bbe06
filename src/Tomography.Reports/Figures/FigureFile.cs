using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>A file that belongs to a page.</summary>
/// <param name="Name">Where it lies, from the folder of the page, with slashes.</param>
/// <param name="Text">What stands in it; lines end in LF.</param>
public sealed record FigureFile(string Name, string Text)
{
    /// <summary>The folder of figures, beside the page.</summary>
    public const string Folder = "figures";

    /// <summary>The files of a figure: the drawing, which needs no style sheet, and its numbers.</summary>
    internal static IEnumerable<FigureFile> Of(ReportFigure figure) =>
    [
        new($"{Folder}/{figure.Id}.svg", Drawing(figure)),
        new($"{Folder}/{figure.Id}.csv", figure.Data.Csv),
    ];

    // On a background of its own, in light colours, with the caption as its description.
    private static string Drawing(ReportFigure figure)
    {
        var svg = XElement.Parse(FigureColours.Light(figure.Svg));
        var space = svg.Name.Namespace;
        svg.Elements(space + "desc").SingleOrDefault()?.SetValue($"{figure.Caption} {figure.How}");
        var background = new XElement(
            space + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff"));
        if (svg.Elements().LastOrDefault(element => element.Name.LocalName is "title" or "desc") is { } last) last.AddAfterSelf(background);
        else svg.AddFirst(background);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Svg.Write(svg)}\n";
    }
}
