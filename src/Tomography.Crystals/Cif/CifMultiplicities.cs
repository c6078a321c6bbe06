using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Tells where the multiplicities that a block states of its sites are not those that its operations make.</summary>
/// <param name="text">The text.</param>
/// <param name="block">The block.</param>
/// <param name="problems">Takes what contradicts.</param>
internal sealed class CifMultiplicities(string text, CifBlock block, CifProblemList problems)
{
    /// <summary>Tells of the first site, and what all of them have in common.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="rows">The rows that hold atoms.</param>
    public void Tell(Lattice lattice, SymmetryOperation[] operations, IReadOnlyList<RawSite> rows)
    {
        var tag = block.Has(CifTag.Multiplicity) ? CifTag.Multiplicity : CifTag.Wyckoff;
        var places = block.Column(CifTag.FractX) ?? block.Column(CifTag.CartnX);
        if (block.Column(tag) is not { } column || places is null || places.Count != column.Count) return;
        var rowAt = new Dictionary<int, RawSite>(rows.Count);
        foreach (var row in rows) rowAt[row.Position] = row;
        var wrong = new List<(CifToken Token, int Stated, int There)>();
        var compared = 0;
        for (var i = 0; i < column.Count; i++)
        {
            if (!rowAt.TryGetValue(places[i].Start, out var row) || Stated(column[i]) is not { } stated) continue;
            compared++;
            var there = Images(lattice, operations, row.Fractional);
            // A widespread program writes the order of the site's own symmetry under this name.
            if (stated != there && stated * there != operations.Length) wrong.Add((column[i], stated, there));
        }

        if (wrong.Count == 0) return;
        var (token, multiplicity, images) = wrong[0];
        var factors = wrong.Select(w => CellFactor.Whole((double)w.Stated / w.There)).Distinct().ToArray();
        var ofAll = wrong.Count == compared && factors is [{ } factor]
            ? $", and all sites {factor} times as many as are made: operations are missing, or the cell is a smaller one"
            : $"; so it is with {wrong.Count} of {compared} sites";
        problems.Warn(
            token.Start,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file states multiplicity {multiplicity} of this site, and the operations make {images} of it{ofAll}."),
            "Correct the operations, the coordinates or the multiplicities.",
            CrystalProblemKind.Contradiction);
    }

    // 4, and the 4 of 4a; letters alone say nothing of numbers.
    private int? Stated(CifToken token)
    {
        var word = token.In(text);
        var digits = word.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? word : word[..end];
        var isWhole = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > 0;
        return isWhole && word[digits.Length..] is "" or [>= 'A' and <= 'z'] ? stated : null;
    }

    private static int Images(Lattice lattice, SymmetryOperation[] operations, Vector3 place)
    {
        if (operations.Length == 1) return 1;
        var images = new PositionIndex(lattice, CrystalAssembler.MergeAngstrom, operations.Length);
        foreach (var operation in operations)
        {
            var image = CrystalAssembler.Wrap(operation.Apply(place));
            if (images.Find(image) < 0) images.Add(image);
        }

        return images.Count;
    }
}
