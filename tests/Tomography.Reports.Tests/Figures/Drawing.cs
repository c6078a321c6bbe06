using System.Xml.Linq;

namespace Tomography.Reports.Tests;

/// <summary>Reads drawings.</summary>
internal static class Drawing
{
    /// <summary>What carries a value: groups of class <c>cell</c>, in the order of the drawing.</summary>
    public static IEnumerable<XElement> Cells(string svg) =>
        XElement.Parse(svg).Descendants().Where(element => Classes(element).Contains("cell"));

    /// <summary>The sentences of these.</summary>
    public static IEnumerable<string> Titles(string svg) => Cells(svg).Select(TitleOf);

    /// <summary>What such a group is beside a cell.</summary>
    public static string KindOf(XElement cell) => string.Join(' ', Classes(cell).Except(["cell"]));

    /// <summary>The sentence of one of them.</summary>
    public static string TitleOf(XElement cell) => cell.Elements().First(element => element.Name.LocalName == "title").Value;

    /// <summary>The classes of an element.</summary>
    public static string[] Classes(XElement element) => element.Attribute("class")?.Value.Split(' ') ?? [];

    /// <summary>The elements of a name within one.</summary>
    public static IEnumerable<XElement> All(XElement element, string name) =>
        element.DescendantsAndSelf().Where(one => one.Name.LocalName == name);

    /// <summary>All texts of a drawing.</summary>
    public static IEnumerable<string> Texts(string svg) => All(XElement.Parse(svg), "text").Select(text => text.Value);
}
