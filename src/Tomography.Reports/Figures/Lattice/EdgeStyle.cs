using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How the verdict on an edge is drawn: by colour and by dashes, so that it can be told without colour.</summary>
/// <param name="Paint">Colour of line and arrow head on a page, which its style sheet may change.</param>
/// <param name="Dashes">Dashes and gaps, pixels; empty for a solid line.</param>
internal sealed record EdgeStyle(string Paint, string Dashes)
{
    /// <summary>An edge that informs. Blue and red are those of the heatmaps.</summary>
    public static EdgeStyle Informs { get; } = new(FigureColours.Informs, "");

    /// <summary>An edge that harms.</summary>
    public static EdgeStyle Harms { get; } = new(FigureColours.Harms, "9 3 2 3");

    /// <summary>An edge whose effect is not to be trusted: orange dashes, as in [P], Figure 1.</summary>
    public static EdgeStyle Untrusted { get; } = new(FigureColours.Untrusted, "6 4");

    /// <summary>An edge that is not drawn in a report; files of graphs have it.</summary>
    public static EdgeStyle Faint { get; } = new("#c4c8cc", "");

    /// <summary>The colour in files, as <c>#rrggbb</c>.</summary>
    public string Colour => FigureColours.Light(Paint);

    /// <summary>The style of a verdict.</summary>
    public static EdgeStyle Of(EdgeVerdict verdict) => verdict.Kind switch
    {
        VerdictKind.Informs => Informs,
        VerdictKind.Harms => Harms,
        _ => verdict.IsPathological ? Untrusted : Faint,
    };
}
