using System.Globalization;

namespace Tomography.Crystals;

/// <summary>One POSCAR to a crystal. What follows the sites (velocities, predictors) is not read.</summary>
internal sealed class PoscarReader(TextLines lines, IAssemblyProblems problems, InputLimits limits)
{
    private const int MostKinds = 1_000;

    /// <summary>The crystal, or null after an error.</summary>
    public Crystal? Read()
    {
        var comment = lines.Next() ?? "";
        if (PoscarScale.TryParse(lines.Next()) is not { } scale)
            return Refuse("This is no scale.", "Give one number (a factor, or below 0 the volume of the cell), or three factors above 0.");
        var vectors = new Vector3[3];
        for (var i = 0; i < 3; i++)
        {
            ReadOnlySpan<char> line = lines.Next();
            if (!Words.TakeVector(ref line, out vectors[i]))
                return Refuse("This is no lattice vector.", "Give three numbers (angstrom, times the scale).");
        }

        scale = scale.For(new(vectors[0], vectors[1], vectors[2]));
        var draft = new CrystalDraft(problems, limits);
        if (!draft.SetLattice(3, scale.Apply(vectors[0]), scale.Apply(vectors[1]), scale.Apply(vectors[2]))) return null;
        if (ReadKinds(comment) is not { } kinds || !draft.HasRoomFor(lines.Number, kinds.Sum(k => (long)k.Count))) return null;
        if (ReadIsCartesian() is not { } isCartesian) return null;
        foreach (var (element, count) in kinds)
            for (var i = 0; i < count; i++)
                if (!ReadSite(draft, scale, isCartesian, element))
                    return null;
        return draft.ToCrystal(lines.Number);
    }

    private List<(Occupant Element, int Count)>? ReadKinds(string comment)
    {
        var line = lines.Next() ?? "";
        List<Occupant>? elements = null;
        if (Counts(line) is not { Count: > 0 } counts)
        {
            elements = PoscarElements.Read(lines.Number, line, problems);
            if (elements is null) return null;
            if (Counts(lines.Next() ?? "") is not { Count: > 0 } listed)
                return NoKinds("This is no list of counts of atoms.", "After the line of elements give a whole number for each.");
            counts = listed;
        }
        else
        {
            elements = PoscarElements.FromComment(comment, counts);
            if (elements is null)
                return NoKinds(
                    "The elements are missing (as in files of VASP 4), and the comment in line 1 does not name one for each count.",
                    "Put a line of elements before the counts, like Na Cl.");
            problems.Warn(
                1,
                $"There is no line of elements; they were taken from the comment '{Excerpt.Of(comment, 40)}'.",
                "Put a line of elements before the counts.");
        }

        if (counts.Count > MostKinds) return NoKinds($"There are more than {MostKinds} counts of atoms.", "Check the line of counts.");
        return elements.Count == counts.Count
            ? [.. elements.Zip(counts)]
            : NoKinds($"There are {elements.Count} elements and {counts.Count} counts.", "Give one count for each element.");
    }

    // Null where the line does not start with a count; words after the counts are comments.
    private static List<int>? Counts(ReadOnlySpan<char> line)
    {
        var counts = new List<int>();
        while (
            counts.Count <= MostKinds
            && int.TryParse(Words.Take(ref line), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            counts.Add(count);
        return counts;
    }

    private bool? ReadIsCartesian()
    {
        var line = lines.Next().AsSpan().TrimStart();
        if (!line.IsEmpty && line[0] is 'S' or 's') line = lines.Next().AsSpan().TrimStart();
        if (!line.IsEmpty && line[0] is 'C' or 'c' or 'K' or 'k') return true;
        if (!line.IsEmpty && line[0] is 'D' or 'd') return false;
        problems.Error(
            lines.Number,
            $"'{Excerpt.Of(line, 30)}' stands where the kind of coordinates is expected.",
            "Write Direct or Cartesian in the line before the coordinates.");
        return null;
    }

    private bool ReadSite(CrystalDraft draft, PoscarScale scale, bool isCartesian, Occupant element)
    {
        if (lines.Next() is not { } line)
        {
            problems.Error(lines.Number, "The file ends before the last atom that it counts.", "Check the counts; copy the file again.");
            return false;
        }

        ReadOnlySpan<char> rest = line;
        if (Words.TakeVector(ref rest, out var place))
            return draft.Add(lines.Number, isCartesian ? scale.Apply(place) : place, isCartesian, element);
        problems.Error(
            lines.Number,
            $"'{Excerpt.Of(line, 40)}' does not start with three coordinates.",
            "Give every atom a line of three numbers; check the counts.");
        return false;
    }

    private Crystal? Refuse(string message, string suggestion)
    {
        problems.Error(lines.Number, message, suggestion);
        return null;
    }

    private List<(Occupant Element, int Count)>? NoKinds(string message, string suggestion)
    {
        problems.Error(lines.Number, message, suggestion);
        return null;
    }
}
