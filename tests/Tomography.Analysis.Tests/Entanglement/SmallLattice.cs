using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>Lattices whose edges a test states by hand.</summary>
internal static class SmallLattice
{
    private static readonly double Quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 1e6, 0.975);

    /// <summary>An edge that informs, such as <c>Real("a", "b", 0.5)</c>; its interval reaches about one hundredth up and down.</summary>
    public static Edge Real(string feature, string target, double weight) => Of(feature, target, -weight - 0.01, -weight + 0.01);

    /// <summary>
    /// An edge with these changes per seed (seeds 1, 2, ...). Its interval goes about from the least to the largest; where all of it lies
    /// below 0 it informs, above 0 it harms, else it is undecided, as is an edge with one seed, which has no interval.
    /// </summary>
    public static Edge Of(string feature, string target, params double[] changes)
    {
        var range = ErrorRange.Of(changes);
        Edge edge = new(
            new(feature), new(target), null!, [.. changes.Select((change, place) => new SeedChange(place + 1, change))]);
        if (changes.Length < 2) return edge.With(VerdictKind.Undecided, VerdictReason.FewSeeds, null);
        var middle = (range.Min + range.Max) / 2;
        var effect = new Effect(
            middle, Math.Max(1e-9, (range.Max - range.Min) / 2 / Quantile), 1e6, changes.Length, 100, middle < 0 ? 0.8 : 0.2);
        return edge.With(
            range.Max < 0 ? VerdictKind.Informs : range.Min > 0 ? VerdictKind.Harms : VerdictKind.Undecided, VerdictReason.None, effect);
    }

    /// <summary>The edge with another verdict.</summary>
    public static Edge With(this Edge edge, VerdictKind kind, VerdictReason reason = VerdictReason.None) =>
        edge.With(kind, reason, edge.Verdict.Effect);

    /// <summary>
    /// A lattice in which every node is a target; edges that are not stated are judged, have no weight and show to be nothing.
    /// </summary>
    public static EntanglementLattice Full(string nodes, params Edge[] edges)
    {
        var names = nodes.Split(' ');
        var missing =
            from feature in names
            from target in names
            where feature != target && !edges.Any(edge => edge.Feature.Value == feature && edge.Target.Value == target)
            select Of(feature, target, -0.01, 0.01).With(VerdictKind.Nothing);
        return Only(nodes, [.. edges, .. missing]);
    }

    /// <summary>A lattice in which every node is a target, with only these edges measured.</summary>
    public static EntanglementLattice Only(string nodes, params Edge[] edges)
    {
        PropertyName[] names = [.. nodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new PropertyName(name))];
        return new(
            Representation.Structure,
            [.. names],
            [.. names],
            [.. edges],
            [],
            [.. names.Select(name => new ControlLevel(name, null, null))]);
    }

    private static Edge With(this Edge edge, VerdictKind kind, VerdictReason reason, Effect? effect) => edge with
    {
        Verdict = new(Representation.Structure, edge.Feature, edge.Target, kind, reason, effect, null, null, effect is null ? null : 0.01),
    };
}
