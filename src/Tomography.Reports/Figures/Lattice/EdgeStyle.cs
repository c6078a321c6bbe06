using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How the state of an edge is drawn: by colour and by dashes, so that it can be told without colour.</summary>
/// <param name="Colour">Colour of line and arrow head.</param>
/// <param name="Dashes">Dashes and gaps, pixels; empty for a solid line.</param>
internal sealed record EdgeStyle(string Colour, string Dashes)
{
    /// <summary>The style of a state. Blue and red are those of the heatmaps.</summary>
    public static EdgeStyle Of(EdgeState state) => state switch
    {
        EdgeState.Significant => new("#2166ac", ""),
        EdgeState.Harmful => new("#b2182b", "9 4"),
        EdgeState.Spurious => new("#4d4d4d", "2 3.5"),
        EdgeState.Inconclusive => new("#c4c8cc", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of an edge."),
    };
}
