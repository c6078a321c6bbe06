using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Lists of operations compared as groups: in any order, up to lattice translations.</summary>
internal static class OperationSet
{
    // Origins of settings are 24ths of the edges apart, like the translations of their operations.
    private const int Parts = 24;

    /// <summary>True where both hold the same operations. Translations that are no multiples of 1/24 are never the same.</summary>
    public static bool AreSame(ReadOnlySpan<SymmetryOperation> some, ReadOnlySpan<SymmetryOperation> others) =>
        Keys(some) is { } a && Keys(others) is { } b && a.SetEquals(b);

    /// <summary>
    /// True where both are the same group, with the origin in one place or in two. An origin that is no 24th of an edge away is not looked
    /// for: then the same number of operations of the same kinds will do.
    /// </summary>
    public static bool AreSameButOrigin(ReadOnlySpan<SymmetryOperation> some, ReadOnlySpan<SymmetryOperation> others)
    {
        if (Keys(some) is not { } a || Keys(others) is not { } b)
            return some.Length == others.Length && CrystalClass(some) == CrystalClass(others);
        if (a.Count != b.Count) return false;
        if (a.SetEquals(b)) return true;
        // Centrings stay where they are, so they need not be looked at for each of the origins.
        if (!a.Where(IsCentring).All(b.Contains) || CrystalClass(some) != CrystalClass(others)) return false;
        var operations = a.Where(static k => !IsCentring(k)).Select(static k => k with { Translation = 1.0 / Parts * k.Translation })
            .ToArray();
        for (var shift = 1; shift < Parts * Parts * Parts; shift++)
        {
            var origin = new Vector3(shift / (Parts * Parts), shift / Parts % Parts, shift % Parts);
            if (Array.TrueForAll(operations, o => b.Contains(Moved(o, 1.0 / Parts * origin)))) return true;
        }

        return false;
    }

    /// <summary>One setting for each set of operations, the first.</summary>
    public static ImmutableArray<SpaceGroupSetting> Distinct(ImmutableArray<SpaceGroupSetting> settings)
    {
        var distinct = ImmutableArray.CreateBuilder<SpaceGroupSetting>();
        foreach (var setting in settings)
            if (!distinct.Any(d => AreSame(d.Operations.AsSpan(), setting.Operations.AsSpan())))
                distinct.Add(setting);
        return distinct.ToImmutable();
    }

    /// <summary>How many operations of each kind (by determinant and trace) the group has, lattice translations left out.</summary>
    public static string CrystalClass(ReadOnlySpan<SymmetryOperation> operations)
    {
        var matrices = new HashSet<SymmetryOperation>();
        foreach (var operation in operations) matrices.Add(operation with { Translation = default });
        return string.Join(' ', matrices.Select(static m => (Det: Determinant(m), Trace: m.RowX.X + m.RowY.Y + m.RowZ.Z))
            .GroupBy(static k => k).OrderBy(static g => g.Key).Select(static g => $"{g.Count()}x({g.Key.Det:0},{g.Key.Trace:0})"));
    }

    private static bool IsCentring(SymmetryOperation o) => o with { Translation = default } == SymmetryOperation.Identity;

    private static SymmetryOperation Moved(SymmetryOperation o, Vector3 origin) =>
        GroupClosure.Key(o with { Translation = o.Apply(origin) - origin }) ?? o;

    private static double Determinant(SymmetryOperation m) => Math.Round(Vector3.Dot(m.RowX, Vector3.Cross(m.RowY, m.RowZ)));

    private static HashSet<SymmetryOperation>? Keys(ReadOnlySpan<SymmetryOperation> operations)
    {
        var keys = new HashSet<SymmetryOperation>(operations.Length);
        foreach (var operation in operations)
            if (GroupClosure.Key(operation) is { } key) keys.Add(key);
            else return null;
        return keys;
    }
}
