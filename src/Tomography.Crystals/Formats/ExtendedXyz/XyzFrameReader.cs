using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>One frame of extended XYZ to an entry.</summary>
internal sealed class XyzFrameReader(TextLines lines, int frame, InputLimits limits)
{
    private readonly CrystalProblemList _problems = new(line => $"extended XYZ, line {line}");

    /// <summary>Reads the frame that starts with this count of atoms; all its lines are taken whatever is wrong.</summary>
    public CrystalEntry Read(long atoms)
    {
        var first = lines.Number;
        var place = $"extended XYZ, frame {frame} at line {first}";
        var header = XyzHeader.Parse(lines.Next() ?? "");
        var draft = new CrystalDraft(_problems, limits);
        var columns = Columns(header);
        var isGood = draft.HasRoomFor(first, atoms) && IsPeriodic(header) && SetLattice(draft, header) && columns is not null;
        for (long i = 0; i < atoms; i++)
        {
            if (lines.Next() is not { } line)
            {
                _problems.Error(lines.Number, $"The file ends before the last of the {atoms} atoms of its frame.", "Copy the file again.");
                return new(null, place, null, [], _problems.ToProblems()) { EndsFile = true };
            }

            isGood = isGood && AddSite(draft, columns!, line);
        }

        var crystal = isGood ? draft.ToCrystal(first) : null;
        var values = Values(header);
        return new(KnownIds.Find(values), place, crystal, values, _problems.ToProblems());
    }

    private bool IsPeriodic(XyzHeader header)
    {
        if (header.Find("pbc") is not { } pbc) return true;
        var words = pbc.Words();
        var axes = words.Take(3).Select(XyzValue.Truth).ToArray();
        if (words.Length == 3 && axes.All(a => a is true)) return true;
        var isFalse = words.Length == 3 && axes.All(a => a is not null);
        _problems.Error(
            lines.Number,
            isFalse ? "The frame does not repeat along all of a, b and c (pbc); it is a molecule, a wire or a slab."
                : $"'{Excerpt.Of(pbc.Text, 30)}' does not say along which axes the frame repeats.",
            isFalse ? "Give crystals; where it does repeat, write pbc=\"T T T\"." : "Write pbc=\"T T T\".");
        return false;
    }

    private bool SetLattice(CrystalDraft draft, XyzHeader header)
    {
        if ((header.Find("Lattice") ?? header.Find("cell")) is not { } lattice)
        {
            _problems.Error(
                lines.Number,
                "The frame has no Lattice, so it is a molecule and no crystal.",
                "Write the lattice vectors as Lattice=\"ax ay az bx by bz cx cy cz\".");
            return false;
        }

        switch (lattice.Numbers(9))
        {
            case [var x, var y, var z]:
                return draft.SetLattice(lines.Number, new(x, 0, 0), new(0, y, 0), new(0, 0, z));
            case [var ax, var ay, var az, var bx, var by, var bz, var cx, var cy, var cz]:
                return draft.SetLattice(lines.Number, new(ax, ay, az), new(bx, by, bz), new(cx, cy, cz));
            default:
                _problems.Error(
                    lines.Number,
                    $"Lattice is '{Excerpt.Of(lattice.Text, 40)}', which is not nine numbers.",
                    "Write Lattice=\"ax ay az bx by bz cx cy cz\" (angstrom).");
                return false;
        }
    }

    private XyzColumns? Columns(XyzHeader header)
    {
        if (header.Find("Properties") is not { } properties) return XyzColumns.Usual;
        if (XyzColumns.TryParse(properties.Text) is { } columns) return columns;
        _problems.Error(
            lines.Number,
            $"Properties is '{Excerpt.Of(properties.Text, 60)}', which does not say where atoms and places stand.",
            "Write it like Properties=species:S:1:pos:R:3.");
        return null;
    }

    private bool AddSite(CrystalDraft draft, XyzColumns columns, string line)
    {
        ReadOnlySpan<char> rest = line, species = default;
        Span<double> place = stackalloc double[3];
        for (var i = 0; i < columns.Count; i++)
        {
            var word = Words.Take(ref rest);
            if (word.IsEmpty) return RefuseRow($"The row has {i} columns, fewer than the {columns.Count} that Properties states.");
            if (i == columns.Species) species = word;
            if (i < columns.Place || i > columns.Place + 2) continue;
            if (!NumberText.TryParse(word, out place[i - columns.Place]))
                return RefuseRow($"'{Excerpt.Of(word, 30)}' is no coordinate.");
        }

        if (!columns.IsNumber && SpeciesName.TryParse(species) is { } atom)
            return draft.Add(lines.Number, new(place[0], place[1], place[2]), isCartesian: true, atom);
        if (
            columns.IsNumber
            && int.TryParse(species, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && ElementTable.ByNumber(number) is not null)
            return draft.Add(lines.Number, new(place[0], place[1], place[2]), isCartesian: true, new Occupant(number));
        SpeciesName.Refuse(_problems, lines.Number, species);
        return false;
    }

    private bool RefuseRow(string message)
    {
        _problems.Error(lines.Number, message, "Give each atom a row as Properties says; check the count of atoms.");
        return false;
    }

    // Arrays are no properties of a material, and what describes the frame is none either.
    private static ImmutableArray<KeyValuePair<string, string>> Values(XyzHeader header)
    {
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var (key, value) in header.Values)
        {
            if (key.Equals("Lattice", StringComparison.OrdinalIgnoreCase) || key is "Properties" or "properties" or "pbc" or "cell")
                continue;
            if (!value.IsArray && FoundValue.Spelled(value.Spelling) is { } spelled) values.Add(new(key, spelled));
        }

        return values.ToImmutable();
    }
}
