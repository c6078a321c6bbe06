using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Reads the atom site loop of a block.</summary>
internal sealed class CifAtomRows(string text, CifBlock block, Lattice lattice, CifProblemList problems, InputLimits limits)
{
    private const double ThirdsTolerance = 1e-4;

    private readonly List<ImmutableArray<Occupant>> _shared = [];
    private Dictionary<string, double>? _oxidation;
    private HashSet<string>? _formula;
    private bool _formulaRead;
    private bool _ambiguityReported;
    private bool _waterReported;

    /// <summary>The rows that hold atoms, or null after an error. Dummy atoms and atoms of occupancy 0 are left out.</summary>
    public List<RawSite>? Read()
    {
        var isFractional = block.Has(CifTag.FractX) && block.Has(CifTag.FractY) && block.Has(CifTag.FractZ);
        var x = block.Column(isFractional ? CifTag.FractX : CifTag.CartnX);
        var y = block.Column(isFractional ? CifTag.FractY : CifTag.CartnY);
        var z = block.Column(isFractional ? CifTag.FractZ : CifTag.CartnZ);
        if (x is null || y is null || z is null || x.Count == 0 || y.Count != x.Count || z.Count != x.Count)
            return Refuse(
                block.Position,
                "The block has no atom sites with three coordinates each.",
                "Give a loop with _atom_site_label and _atom_site_fract_x, _y, _z.");
        if (x.Count > limits.MostSites)
        {
            problems.Error(
                x[0].Start,
                $"The block lists {x.Count} atoms, at most {limits.MostSites} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostSites), x.Count)}.",
                "Use a smaller cell.",
                CrystalProblemKind.TooLarge);
            return null;
        }

        var label = block.Column(CifTag.Label);
        var type = block.Column(CifTag.TypeSymbol);
        var kind = type?.Count == x.Count ? type : label?.Count == x.Count ? label : null;
        if (kind is null)
            return Refuse(
                x[0].Start,
                "The atom sites have neither a type symbol nor a label.",
                "Add _atom_site_type_symbol or _atom_site_label to the loop.");
        var frame = isFractional ? null : CartesianFrame();
        if (!isFractional && frame is null) return null;
        var rows = new List<RawSite>(x.Count);
        for (var i = 0; i < x.Count; i++)
        {
            if (Cell(CifTag.CalcFlag, i, x.Count) is { } flag && flag.In(text).Equals("dum", StringComparison.OrdinalIgnoreCase)) continue;
            if (!Occupancy(i, x.Count, out var occupancy)) return null;
            if (occupancy == 0) continue;
            if (!Coordinate(x[i], out var px) || !Coordinate(y[i], out var py) || !Coordinate(z[i], out var pz)) return null;
            var isLabelled = kind == label || kind[i].IsMissing(text) && label?.Count == x.Count;
            var named = isLabelled ? label![i] : kind[i];
            if ((isLabelled ? Species(named) : TypeSpecies(named)) is not { } species) return null;
            var fractional = frame is { } f
                ? f.Lattice.ToFractional(new Vector3(px, py, pz) - f.Origin)
                : new Vector3(Thirds(px), Thirds(py), Thirds(pz));
            // From Cartesian coordinates far away, or through a matrix of huge numbers.
            if (!(Math.Abs(fractional.X) < 1e9 && Math.Abs(fractional.Y) < 1e9 && Math.Abs(fractional.Z) < 1e9))
                return Refuse(
                    x[i].Start,
                    $"'{Excerpt(x[i])}' is not a coordinate in this cell.",
                    "Check the coordinates and the matrix to Cartesian coordinates.");
            rows.Add(new(x[i].Start, fractional, Shared(new(species.Element.AtomicNumber, occupancy, Oxidation(named, species)))));
            if (Cell(CifTag.AttachedHydrogens, i, x.Count) is { } h && CifNumber.TryParse(h.In(text), out var hydrogens) && hydrogens > 0)
                problems.Warn(
                    h.Start,
                    $"{hydrogens:0} hydrogen atoms are attached here without coordinates; the crystal lacks them.",
                    "Give the hydrogen atoms rows of their own.");
        }

        return rows.Count > 0 ? rows : Refuse(block.Position, "No atom site is occupied.", "Check occupancies and dummy atoms.");
    }

    private (Lattice Lattice, Vector3 Origin)? CartesianFrame()
    {
        var start = block.First(CifTag.CartnX)!.Value.Start;
        if (!block.Has(CifTag.CartnMatrix11))
        {
            problems.Warn(
                start,
                "Cartesian coordinates without _atom_sites_Cartn_tran_matrix: a is taken along x and b in the x-y plane.",
                "Give fractional coordinates.");
            // The usual crystallographic frame: our own with the roles of the axes moved round.
            double a = lattice.A.Length,
                b = lattice.B.Length,
                c = lattice.C.Length;
            double cosAlpha = Vector3.Dot(lattice.B, lattice.C) / (b * c),
                cosBeta = Vector3.Dot(lattice.A, lattice.C) / (a * c),
                cosGamma = Vector3.Dot(lattice.A, lattice.B) / (a * b);
            var sinGamma = Math.Sqrt(1 - cosGamma * cosGamma);
            var cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
            return (
                new(new(a, 0, 0), new(b * cosGamma, b * sinGamma, 0), new(c * cosBeta, c * cy, lattice.Volume / (a * b * sinGamma))),
                default);
        }

        Span<double> m = stackalloc double[12];
        for (var i = 0; i < 12; i++)
        {
            var token = block.First(CifTag.CartnMatrix11 + i);
            if (token is { } t ? CifNumber.TryParse(t.In(text), out m[i]) : i >= 9)
                continue;
            problems.Error(
                start,
                "The matrix _atom_sites_Cartn_tran_matrix is incomplete.",
                "Give all nine numbers, or fractional coordinates.");
            return null;
        }

        var matrix = new Lattice(new(m[0], m[3], m[6]), new(m[1], m[4], m[7]), new(m[2], m[5], m[8]));
        if (Math.Abs(matrix.Volume - lattice.Volume) <= 0.01 * lattice.Volume)
            return (matrix, new(m[9], m[10], m[11]));
        problems.Error(
            start,
            "The matrix _atom_sites_Cartn_tran_matrix does not fit the cell.",
            "Check the matrix, or give fractional coordinates.");
        return null;
    }

    private bool Coordinate(CifToken token, out double value)
    {
        if (CifNumber.TryParse(token.In(text), out value) && Math.Abs(value) < 1e6) return true;
        if (token.Length == 1 && text[token.Start] == '.')
        {
            // The core dictionary's default; older ICSD exports write zeros so.
            problems.Warn(token.Start, "A coordinate is '.', which was read as its default 0.", "Write 0 where 0 is meant.");
            return true;
        }

        problems.Error(
            token.Start,
            $"'{Excerpt(token)}' is not a coordinate.",
            "Give every atom three numbers; leave out atoms whose place is unknown.");
        return false;
    }

    private bool Occupancy(int row, int rows, out double occupancy)
    {
        occupancy = 1;
        if (Cell(CifTag.Occupancy, row, rows) is not { } token || token.IsMissing(text)) return true;
        if (CifNumber.TryParse(token.In(text), out occupancy) && occupancy is >= 0 and < 1.01)
        {
            occupancy = Math.Min(occupancy, 1);
            return true;
        }

        problems.Error(token.Start, $"'{Excerpt(token)}' is not an occupancy.", "Occupancies are numbers from 0 to 1.");
        return false;
    }

    // A label may hold more than an element, a type symbol not: Og is no oxygen.
    private CifSpecies? TypeSpecies(CifToken token)
    {
        var word = token.In(text);
        if (CifSpecies.IsTypeSymbol(word)) return Species(token);
        if (CifSpecies.BeyondTheTable(word) is { } number)
            problems.Error(
                token.Start,
                $"{Excerpt(token)} is element {number}; the elements up to {ElementTable.All[^1].AtomicNumber} are known.",
                "Leave the material out, or correct the type symbol where another element is meant.",
                CrystalProblemKind.UnknownElement);
        else if (SpeciesName.IsPlaceholder(word.ToString()))
            SpeciesName.Refuse(problems, token.Start, word);
        else
            problems.Error(
                token.Start,
                $"The type symbol '{Excerpt(token)}' names no element.",
                $"Type symbols are those of elements, with a charge or without: Fe, Fe3+. The nearest one is {Nearest(word)}.",
                CrystalProblemKind.UnknownElement);
        return null;
    }

    private static string Nearest(ReadOnlySpan<char> word) =>
        Suggestion.Nearest(word.ToString(), ElementTable.All.Select(static e => e.Symbol)) ?? "none";

    private CifSpecies? Species(CifToken token)
    {
        var word = token.In(text);
        var species = CifSpecies.TryParse(word, null);
        if (species is { IsAmbiguous: true })
        {
            species = CifSpecies.TryParse(word, Formula());
            if (species!.Value.IsAmbiguous && !_ambiguityReported)
            {
                _ambiguityReported = true;
                problems.Warn(
                    token.Start,
                    $"'{Excerpt(token)}' was read as {species.Value.Element.Symbol}; its first letter alone is an element too.",
                    "Give _atom_site_type_symbol.");
            }
        }

        if (species is { IsWater: true } && !_waterReported)
        {
            _waterReported = true;
            problems.Warn(
                token.Start,
                $"'{Excerpt(token)}' stands for a molecule of water and was read as its oxygen; the crystal lacks the hydrogen.",
                "Give the hydrogen atoms rows of their own.");
        }

        if (species is null)
            problems.Error(
                token.Start,
                $"'{Excerpt(token)}' names no element.",
                $"Give _atom_site_type_symbol; the nearest symbol is {Nearest(word)}.",
                CrystalProblemKind.UnknownElement);
        return species;
    }

    // Elements of the stated formula, which tell calcium from a carbon called A.
    private HashSet<string>? Formula()
    {
        if (_formulaRead) return _formula;
        _formulaRead = true;
        if (block.First(CifTag.FormulaSum) is not { } token || token.IsMissing(text)) return null;
        _formula = new(StringComparer.Ordinal);
        foreach (var part in token.In(text).ToString().Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = 0;
            while (letters < part.Length && char.IsAsciiLetter(part[letters])) letters++;
            _formula.Add(part[..letters]);
        }

        return _formula;
    }

    private double? Oxidation(CifToken named, CifSpecies species)
    {
        _oxidation ??= OxidationByType();
        if (_oxidation.Count > 0 && _oxidation.TryGetValue(named.In(text).ToString(), out var state)) return state;
        return species.OxidationState;
    }

    private Dictionary<string, double> OxidationByType()
    {
        var states = new Dictionary<string, double>(StringComparer.Ordinal);
        if (
            block.Column(CifTag.AtomTypeSymbol) is { } symbols
            && block.Column(CifTag.AtomTypeOxidation) is { } numbers
            && symbols.Count == numbers.Count)
            for (var i = 0; i < symbols.Count; i++)
                if (CifNumber.TryParse(numbers[i].In(text), out var state))
                    states.TryAdd(symbols[i].In(text).ToString(), state);
        return states;
    }

    private ImmutableArray<Occupant> Shared(Occupant occupant)
    {
        foreach (var known in _shared)
            if (known[0] == occupant)
                return known;
        _shared.Add([occupant]);
        return _shared[^1];
    }

    private CifToken? Cell(CifTag tag, int row, int rows) => block.Column(tag) is { } column && column.Count == rows ? column[row] : null;

    // 0.3333 and 0.66667 mean thirds.
    private static double Thirds(double x)
    {
        var nearest = Math.Round(3 * x) / 3;
        return nearest != Math.Round(x) && Math.Abs(nearest - x) < ThirdsTolerance * Math.Abs(nearest) ? nearest : x;
    }

    private string Excerpt(CifToken token) => Crystals.Excerpt.Of(token.In(text), 30);

    private List<RawSite>? Refuse(int position, string message, string suggestion)
    {
        problems.Error(position, message, suggestion);
        return null;
    }
}
