using System.Globalization;
using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>Makes SVG elements; names and texts are escaped by the XML writer.</summary>
internal static class Svg
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    /// <summary>The font of every figure.</summary>
    public const string Font = "Inter, Lato, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    /// <summary>A whole figure. Numbers are in pixels.</summary>
    /// <param name="kind">Its class for style sheets.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What is to be seen in it, for those who do not see it.</param>
    public static XElement Figure(string kind, double width, double height, string title, string description) =>
        Element(
            "svg",
            [
                ("viewBox", FormattableString.Invariant($"0 0 {width:0} {height:0}")),
                ("width", Math.Round(width)),
                ("height", Math.Round(height)),
                ("role", "img"),
                ("class", kind),
                ("font-family", Font),
                ("font-variant-numeric", "tabular-nums"),
            ],
            Element("title", [], title),
            Element("desc", [], description));

    /// <summary>The text of a figure; lines end in LF.</summary>
    public static string Write(XElement figure) => figure.ToString().ReplaceLineEndings("\n");

    /// <summary>A line drawn along a path of SVG commands.</summary>
    public static XElement Path(string commands, string stroke, double width, params (string Name, object Value)[] more) =>
        Element("path", [("d", commands), ("fill", "none"), ("stroke", stroke), ("stroke-width", width), .. more]);

    /// <summary>An element with attributes, given as name and value in turn, and content.</summary>
    public static XElement Element(string name, (string Name, object Value)[] attributes, params object[] content) =>
        new(Space + name, attributes.Select(attribute => new XAttribute(attribute.Name, Text(attribute.Value))), content);

    /// <summary>A line of text. Numbers are in pixels.</summary>
    public static XElement Line(
        double x,
        double y,
        double size,
        string anchor,
        string fill,
        string text,
        params (string Name, object Value)[] more
    ) => Element("text", [("x", x), ("y", y), ("font-size", size), ("text-anchor", anchor), ("fill", fill), .. more], text);

    /// <summary>A rectangle. Numbers are in pixels.</summary>
    public static XElement Box(double x, double y, double width, double height, params (string Name, object Value)[] more) =>
        Element("rect", [("x", x), ("y", y), ("width", width), ("height", height), .. more]);

    private static string Text(object value) => value switch
    {
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        Rgb colour => colour.Hex,
        string text => text,
        _ => throw new ArgumentException($"No attribute is made of {value.GetType().Name}.", nameof(value)),
    };
}
