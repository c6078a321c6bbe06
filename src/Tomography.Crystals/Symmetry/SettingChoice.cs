using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The setting that a symbol or number means in a cell, or why it stays open.</summary>
/// <param name="Setting">The setting, or null.</param>
/// <param name="Message">Without a setting: what is wrong.</param>
/// <param name="Suggestion">Without a setting: what to do.</param>
internal readonly record struct SettingChoice(SpaceGroupSetting? Setting, string Message, string Suggestion)
{
    // Cells are written with more digits than this, so that 90.01 degrees tell which angle is not 90.
    private const double Same = 1e-5;

    /// <summary>Chooses by the shape of the cell: it tells hexagonal from rhombohedral axes, and the axis of a monoclinic cell.</summary>
    /// <param name="stated">What the file states, for messages.</param>
    /// <param name="candidates">The settings that it may mean, at least one.</param>
    /// <param name="lattice">The cell.</param>
    /// <param name="isSymbol">Whether a symbol is stated: a short one like P 21/c means unique axis b where the cell does not tell.</param>
    public static SettingChoice Of(string stated, ImmutableArray<SpaceGroupSetting> candidates, Lattice lattice, bool isSymbol)
    {
        var deviations = candidates.Select(s => CellFit.Deviation(lattice, s.Operations.AsSpan())).ToArray();
        var least = deviations.Min();
        if (least > CellFit.Tolerance)
            return new(
                null,
                $"The cell does not fit {stated}, whose cells have {Shapes(candidates)}; it has {CellShape.Of(lattice)}.",
                "Check the cell and the space group, or add the loop of symmetry operations of this cell.");
        var fitting = OperationSet.Distinct([.. candidates.Where((_, i) => deviations[i] <= least + Same)]);
        if (fitting.Length > 1 && isSymbol && fitting.Where(static s => s.UniqueAxis == 'b').ToImmutableArray() is [var standard])
            return new(standard, "", "");
        if (fitting.Length == 1) return new(fitting[0], "", "");
        return new(
            null,
            $"{char.ToUpperInvariant(stated[0])}{stated[1..]} has {fitting.Length} settings that fit the cell, "
                + $"and the file does not say which is meant: {Names(fitting)}.",
            $"Add the Hall symbol of the setting (_space_group_name_Hall {Quoted(fitting[0].Hall)} or {Quoted(fitting[1].Hall)}, say), or "
                + "the loop of symmetry operations.");
    }

    private static string Names(ImmutableArray<SpaceGroupSetting> settings) =>
        string.Join(", ", settings.Take(6).Select(static s => s.Name)) + (settings.Length > 6 ? ", ..." : "");

    private static string Shapes(ImmutableArray<SpaceGroupSetting> settings) =>
        string.Join(" or ", settings.Select(CellShape.Of).Distinct());

    private static string Quoted(string hall) => hall.Contains('\'', StringComparison.Ordinal) ? $"\"{hall}\"" : $"'{hall}'";
}
