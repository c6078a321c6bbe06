using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// Where the Materials Project adds a Hubbard U: to oxides and fluorides of eight transition metals (its documentation of calculations).
/// </summary>
internal static class HubbardRule
{
    private static readonly HashSet<int> s_metals = [.. "Co Cr Fe Mn Mo Ni V W".Split(' ').Select(NumberOf)];
    private static readonly HashSet<int> s_anions = [NumberOf("O"), NumberOf("F")];

    /// <summary>1 where a U is added, else 0: the classes of <c>is-hubbard</c>.</summary>
    public static double IsApplied(Crystal crystal)
    {
        var elements = crystal.Sites.Select(s => s.Occupants[0].AtomicNumber).Distinct().ToArray();
        return elements.Any(s_metals.Contains) && elements.Any(s_anions.Contains) ? 1 : 0;
    }

    private static int NumberOf(string symbol) => ElementTable.BySymbol(symbol)!.AtomicNumber;
}
