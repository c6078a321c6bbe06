using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The edges not to trust: those that harm, and those whose effect is not to be trusted; those that change most first.</summary>
internal static class UntrustedView
{
    // Beyond this the list is cut; the workbook has them all.
    private const int MostListed = 30;

    /// <summary>Null where there is none.</summary>
    public static object? Of(EntanglementAnalysis entanglement)
    {
        var edges = (
            from lattice in entanglement.Representations
            from edge in lattice.Lattice.Edges
            where edge.IsPathological
            orderby edge.Verdict.Kind, Math.Abs(edge.Change) descending
            select (Lattice: lattice.Lattice, Edge: edge)).ToArray();
        return edges.Length == 0 ? null : new
        {
            rows = edges.Take(MostListed).Select(each => new
            {
                verdict = each.Edge.Verdict.Kind.Word(),
                representation = each.Lattice.Scope(),
                feature = each.Edge.Feature.Value,
                target = each.Edge.Target.Value,
                change = EntanglementText.Change(each.Edge),
                because = Because(each.Edge.Verdict),
            }).ToArray(),
            more = edges.Length > MostListed ? NumberText.Count(edges.Length - MostListed) : "",
        };
    }

    private static string Because(EdgeVerdict verdict) =>
        verdict.Reason != VerdictReason.None ? VerdictText.Why(verdict.Reason)
        : verdict.Control is { } control ? $"The error grows, and by more than with {control.Label()}."
        : "The error grows. No control of its kind ran along.";
}
