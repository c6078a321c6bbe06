using System.Xml.Linq;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>How the representations are told apart in plots: by colour, and by the form of their marks.</summary>
internal static class Series
{
    /// <summary>The colour of a representation.</summary>
    public static string ColourOf(Representation representation) =>
        representation == Representation.Structure ? FigureColours.Informs : FigureColours.Untrusted;

    /// <summary>Dashes of its lines; nothing for solid ones.</summary>
    public static (string Name, object Value)[] DashesOf(Representation representation) =>
        representation == Representation.Structure ? [] : [("stroke-dasharray", "5 3")];

    /// <summary>Its mark: a disc for structure, an open square for others.</summary>
    public static XElement Mark(Representation representation, double x, double y) => representation == Representation.Structure
        ? Svg.Element("circle", [("cx", x), ("cy", y), ("r", 5), ("fill", ColourOf(representation))])
        : Svg.Box(
            x - 4.2, y - 4.2, 8.4, 8.4,
            ("fill", FigureColours.Paper), ("stroke", ColourOf(representation)), ("stroke-width", 2));
}
