using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Generators to the whole group, up to lattice translations of the cell.</summary>
internal static class GroupGenerator
{
    // Four times the largest space group, for cells that a change of basis makes larger. What generates more is no space group.
    private const int Most = 4 * 192;

    /// <summary>All operations, the identity first, or null where they are no group of the cell.</summary>
    /// <param name="generators">Generators in the basis before the change.</param>
    /// <param name="basis">New coordinates from old ones.</param>
    public static ImmutableArray<ExactOperation>? Generate(ImmutableArray<ExactOperation> generators, ExactOperation basis)
    {
        if (Close(generators) is not { } group) return null;
        if (basis == ExactOperation.Identity) return group;
        var back = basis.Inverse();
        if (basis.Matrix == ExactMatrix.Identity) return [.. group.Select(o => (basis * o * back).Wrapped())];
        // Edges of the old cell are translations of the new one.
        ExactVector[] edges = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        var changed = generators
            .Select(o => basis * o * back)
            .Concat(edges.Select(e => ExactOperation.Shift(basis.Matrix * e)))
            .Select(static o => o.Wrapped())
            .Where(static o => o != ExactOperation.Identity);
        if (Close([.. changed]) is not { } all) return null;
        // A cell of n times the volume holds n times the operations; another number means that its edges are no translations.
        return IsRatio(all.Length, group.Length, basis.Matrix.Determinant) ? all : null;
    }

    private static bool IsRatio(int after, int before, Fraction determinant)
    {
        var ratio = new Fraction(before, after);
        return ratio == determinant || ratio == -determinant;
    }

    private static ImmutableArray<ExactOperation>? Close(ImmutableArray<ExactOperation> generators)
    {
        var group = ImmutableArray.CreateBuilder<ExactOperation>();
        var known = new HashSet<ExactOperation>();
        group.Add(ExactOperation.Identity);
        known.Add(ExactOperation.Identity);
        for (var i = 0; i < group.Count; i++)
            foreach (var generator in generators)
            {
                var product = (generator * group[i]).Wrapped();
                if (!known.Add(product)) continue;
                if (group.Count == Most) return null;
                group.Add(product);
            }

        return group.ToImmutable();
    }
}
