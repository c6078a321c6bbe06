using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// What a split keeps together: materials of one group stand in one part. A further grouping is one more of these in a list.
/// </summary>
/// <param name="Name">What experiments write for <c>by</c>.</param>
/// <param name="Meaning">What it keeps together, in one phrase.</param>
/// <param name="Needs">The property of the dataset that it reads; null for none.</param>
/// <param name="GroupsOf">Per material the name of its group; null where each material is its own.</param>
internal sealed record SplitGrouping(
    string Name, string Meaning, PropertyName? Needs, Func<SplitMaterials, IReadOnlyList<string>?> GroupsOf)
{
    /// <summary>The usual grouping: each material on its own, as in [T].</summary>
    public const string Material = "material";

    private static readonly PropertyName CrystalSystem = new("spacegroup-crystal-system");

    /// <summary>The groupings of this program.</summary>
    public static ImmutableArray<SplitGrouping> Shipped { get; } =
    [
        new(Material, "draws each on its own", null, _ => null),
        new("formula", "keeps polymorphs together", null, materials => materials.Formulas),
        new("chemical-system", "keeps materials of the same elements together", null,
            materials => [.. materials.Formulas.Select(ElementsOf)]),
        new("crystal-system", "keeps each of the seven crystal systems together", CrystalSystem,
            materials => [.. materials.ValuesOf(CrystalSystem).Select(v => v.ToString("R", CultureInfo.InvariantCulture))]),
    ];

    /// <summary>The elements of a reduced formula like <c>O3 Sr1 Ti1</c>: <c>O Sr Ti</c>.</summary>
    private static string ElementsOf(string formula) =>
        string.Join(' ', formula.Split(' ').Select(part => part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')));
}
