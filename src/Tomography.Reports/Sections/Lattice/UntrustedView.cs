using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The edges not to trust: harmful and spurious ones, those that change most first.</summary>
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
            orderby edge.State, Math.Abs(edge.Change) descending
            select (Lattice: lattice.Lattice, Edge: edge)).ToArray();
        return edges.Length == 0 ? null : new
        {
            rows = edges.Take(MostListed).Select(each => new
            {
                state = each.Edge.State.Word(),
                representation = each.Lattice.Scope(),
                feature = each.Edge.Feature.Value,
                target = each.Edge.Target.Value,
                change = NumberText.Signed(100 * each.Edge.Change),
                range = $"{NumberText.Signed(100 * each.Edge.Lower)} to {NumberText.Signed(100 * each.Edge.Upper)}",
                because = Because(each.Lattice, each.Edge),
            }).ToArray(),
            more = edges.Length > MostListed ? NumberText.Count(edges.Length - MostListed) : null,
        };
    }

    private static string Because(EntanglementLattice lattice, Edge edge)
    {
        var level = lattice.Controls.FirstOrDefault(level => level.Target == edge.Target);
        if (edge.State == EdgeState.Spurious && level is { Control: { } control, Reduction: { } reduction })
            return $"{control} reaches {NumberText.Signed(-100 * reduction)} %";
        return level is { WorstControl: { } worst, Increase: { } increase } && increase >= edge.Change
            ? $"every seed is worse, but {worst} costs {NumberText.Signed(100 * increase)} % too"
            : "every seed is worse";
    }
}
