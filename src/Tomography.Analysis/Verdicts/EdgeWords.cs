using System.Globalization;

namespace Tomography.Analysis;

/// <summary>How people call edges that do not lead from a feature.</summary>
public static class EdgeWords
{
    /// <summary>What stands behind that which an edge leads from; empty for a feature.</summary>
    /// <param name="kind">What it leads from.</param>
    public static string How(EdgeKind kind) => kind switch
    {
        EdgeKind.Transfer => " learnt along",
        EdgeKind.Start => " as the start",
        _ => "",
    };

    /// <summary>What stands behind the target of an edge of starts; empty for the other kinds.</summary>
    /// <param name="lattice">The lattice of the edge.</param>
    public static string Labels(LatticeKind lattice) => lattice switch
    {
        { Edges: not EdgeKind.Start } => "",
        { Labels: { } labels } => string.Create(CultureInfo.InvariantCulture, $" from {labels:N0} labels"),
        _ => " from all labels",
    };
}
