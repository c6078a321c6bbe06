namespace Tomography.Crystals;

/// <summary>The symmetry operations that a block lists, or those of the space group that it names.</summary>
internal sealed class CifSymmetry(string text, CifBlock block, CifProblemList problems, InputLimits limits, bool isFull)
{
    private static readonly SymmetryOperation[] s_identity = [SymmetryOperation.Identity];

    /// <summary>The operations, or null after an error.</summary>
    public SymmetryOperation[]? Read(Lattice lattice)
    {
        var tag =
            block.Has(CifTag.Operation) && !block.First(CifTag.Operation)!.Value.IsMissing(text)
                ? CifTag.Operation
                : CifTag.MagneticOperation;
        if (!block.Has(tag) || block.First(tag)!.Value.IsMissing(text))
            return new CifSpaceGroup(text, block, problems, isFull).Operations(lattice);
        var operations = Parse(block.Column(tag)!, tag == CifTag.MagneticOperation);
        if (operations is not null && tag == CifTag.Operation && isFull)
            new CifSpaceGroup(text, block, problems, isFull).Compare(operations);
        if (operations is null || tag == CifTag.Operation || !block.Has(CifTag.MagneticCentering)) return operations;
        var centrings = Parse(block.Column(CifTag.MagneticCentering)!, allowTimeReversal: true);
        if (centrings is null) return null;
        if ((long)operations.Length * centrings.Length is var all && all > limits.MostSymmetryOperations)
        {
            problems.Error(
                block.First(CifTag.MagneticCentering)!.Value.Start,
                $"{operations.Length} operations with {centrings.Length} centrings are listed, at most {limits.MostSymmetryOperations} are "
                    + $"read; {limits.HowToRaise(nameof(InputLimits.MostSymmetryOperations), all)}.",
                "Check the loops of operations and centrings.",
                CrystalProblemKind.TooLarge);
            return null;
        }

        return [.. operations.SelectMany(o => centrings.Select(c => o.Then(c.Translation)))];
    }

    private SymmetryOperation[]? Parse(List<CifToken> tokens, bool allowTimeReversal)
    {
        if (tokens.Count > limits.MostSymmetryOperations)
        {
            problems.Error(
                tokens[0].Start,
                $"{tokens.Count} symmetry operations are listed, at most {limits.MostSymmetryOperations} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostSymmetryOperations), tokens.Count)}.",
                "Check the loop of operations.",
                CrystalProblemKind.TooLarge);
            return null;
        }

        if (tokens.Count == 1 && IsIdentity(tokens[0].In(text))) return s_identity;
        var operations = new SymmetryOperation[tokens.Count];
        for (var i = 0; i < operations.Length; i++)
        {
            if (SymmetryOperation.TryParse(tokens[i].In(text), allowTimeReversal) is not { } operation)
            {
                problems.Error(
                    tokens[i].Start,
                    $"'{Excerpt.Of(tokens[i].In(text))}' is not a symmetry operation.",
                    tokens[i].In(text).EndsWith(",")
                        ? "Quote operations that hold blanks: '-x+1/2, y, z'."
                        : "Write three parts like -x+1/2, y, z.");
                return null;
            }

            operations[i] = operation;
        }

        // Magnetic lists leave the centring to a list of its own.
        if (!allowTimeReversal && !GroupClosure.IsGroup(operations))
        {
            problems.Error(
                tokens[0].Start,
                "The symmetry operations do not form a group: the list is incomplete or one is wrong, so sites of the cell would be "
                    + "missing.",
                "List all operations of the space group, or export all sites of the cell as P 1.");
            return null;
        }

        return operations;
    }

    private static bool IsIdentity(ReadOnlySpan<char> word) => word is "x, y, z" or "x,y,z" or "+x,+y,+z" or "X,Y,Z" or "X, Y, Z";
}
