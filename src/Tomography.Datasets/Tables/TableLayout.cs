using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Which columns of a table hold the ids and the crystals, told by their names and by the first rows.</summary>
/// <param name="Id">The column of ids; null where rows are numbered.</param>
/// <param name="Crystal">The column of crystals; null where there is none.</param>
/// <param name="Formula">The column of formulas; null where there is none.</param>
/// <param name="HoldsPaths">Whether the column of crystals holds paths of their files.</param>
internal sealed record TableLayout(int? Id, int? Crystal, int? Formula, bool HoldsPaths)
{
    /// <summary>How many rows are looked at.</summary>
    public const int RowsLookedAt = 50;

    // Of several columns with crystals the first of these is meant: the cell that was computed rather than another setting of it.
    private static readonly string[] s_crystals =
        ["cif", "structure", "final_structure", "cif_string", "atoms", "crystal", "poscar", "cif_file", "cif_path", "file", "path"];

    private static readonly string[] s_formulas =
        ["formula", "pretty_formula", "formula_pretty", "composition", "chemical_formula", "reduced_formula", "compound"];

    /// <summary>Tells it.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="first">The first rows that fit the header.</param>
    /// <param name="folder">From which paths in cells start.</param>
    /// <param name="formats">The formats of crystals that are known.</param>
    public static TableLayout Of(
        IReadOnlyList<string> header, IReadOnlyList<List<string>> first, string folder, ImmutableArray<CrystalFormat> formats)
    {
        var named = Named(header, s_crystals[..1]);
        var crystal = named ?? Best(header, [.. Enumerable.Range(0, header.Count).Where(LooksLikeCrystals)]) ?? Named(header, s_crystals);
        var formula = s_formulas.Select(f => Named(header, [f])).FirstOrDefault(c => c is { } at && Holds(at, IsFormula));
        var holdsPaths = crystal is { } c && first.Any(r => CrystalCell.PathIn(r[c], folder, formats) is not null);
        return new(IdOf(header, first, crystal, formula), crystal, formula, holdsPaths);

        bool LooksLikeCrystals(int column) => Holds(column, text => CrystalCell.Is(text, folder, formats));

        bool Holds(int column, Func<string, bool> isSo)
        {
            var cells = first.Select(r => r[column]).Where(c => !string.IsNullOrWhiteSpace(c)).ToArray();
            return cells.Length > 0 && 2 * cells.Count(isSo) > cells.Length;
        }
    }

    /// <summary>Whether a column is one that pandas writes for the numbers of rows.</summary>
    public static bool IsIndex(string name) =>
        name.Length == 0 || name.StartsWith("Unnamed:", StringComparison.Ordinal)
            || name.Equals("index", StringComparison.OrdinalIgnoreCase);

    private static bool IsFormula(string text) => FormulaText.Parse(text) is not null;

    private static int? IdOf(IReadOnlyList<string> header, IReadOnlyList<List<string>> first, int? crystal, int? formula)
    {
        for (var i = 0; i < DatasetReader.IdColumns.Count; i++)
            if (Named(header, [DatasetReader.IdColumns[i]]) is { } known && known != crystal)
                return known;
        // A formula may come again. The first column names its rows where it holds words, each once, or numbers of rows.
        if (crystal == 0 || formula == 0 || header.Count == 0) return null;
        var cells = first.Select(r => r[0]).ToArray();
        return IsIndex(header[0]) || cells.Length > 0 && cells.Distinct().Count() == cells.Length && !cells.All(IsNumber) ? 0 : null;
    }

    private static bool IsNumber(string text) =>
        string.IsNullOrWhiteSpace(text) || NumberText.TryParse(text.Trim(), out _);

    private static int? Best(IReadOnlyList<string> header, int[] columns) =>
        s_crystals.SelectMany(n => columns.Where(c => Is(header[c], n))).Concat(columns).Cast<int?>().FirstOrDefault();

    private static int? Named(IReadOnlyList<string> header, string[] names)
    {
        foreach (var name in names)
            for (var i = 0; i < header.Count; i++)
                if (Is(header[i], name))
                    return i;
        return null;
    }

    private static bool Is(string header, string name) => header.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
