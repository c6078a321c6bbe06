namespace Tomography.Crystals;

/// <summary>The symmetry operations that a loop lists, or why they are not used.</summary>
/// <param name="Operations">The operations; null where there is a fault.</param>
/// <param name="Position">Where the fault is.</param>
/// <param name="Fault">What is wrong, without the full stop.</param>
/// <param name="Suggestion">What to do about it.</param>
/// <param name="Kind">What kind of fault.</param>
internal sealed record CifOperationList(
    SymmetryOperation[]? Operations, int Position, string Fault, string Suggestion, CrystalProblemKind Kind)
{
    private static readonly SymmetryOperation[] s_identity = [SymmetryOperation.Identity];

    /// <summary>Reads the values of a loop.</summary>
    public static CifOperationList Read(string text, List<CifToken> tokens, bool allowTimeReversal, InputLimits limits)
    {
        if (tokens.Count > limits.MostSymmetryOperations)
            return Faulty(
                tokens[0],
                $"{tokens.Count} symmetry operations are listed, at most {limits.MostSymmetryOperations} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostSymmetryOperations), tokens.Count)}",
                "Check the loop of operations.",
                CrystalProblemKind.TooLarge);
        if (tokens.Count == 1 && IsIdentity(tokens[0].In(text))) return Of(s_identity);
        var operations = new SymmetryOperation[tokens.Count];
        for (var i = 0; i < operations.Length; i++)
        {
            var word = tokens[i].In(text);
            if (SymmetryOperation.TryParse(word, allowTimeReversal) is not { } operation)
                return Faulty(
                    tokens[i],
                    $"'{Excerpt.Of(word)}' is not a symmetry operation",
                    word.EndsWith(",") ? "Quote operations that hold blanks: '-x+1/2, y, z'." : "Write three parts like -x+1/2, y, z.");
            operations[i] = operation;
        }

        // Magnetic lists leave the centring to a list of its own.
        return allowTimeReversal || GroupClosure.IsGroup(operations)
            ? Of(operations)
            : Faulty(
                tokens[0],
                "The symmetry operations do not form a group: the list is incomplete or one is wrong, so sites of the cell would be "
                    + "missing",
                "List all operations of the space group, or export all sites of the cell as P 1.");
    }

    private static CifOperationList Of(SymmetryOperation[] operations) => new(operations, 0, "", "", default);

    private static CifOperationList Faulty(
        CifToken token, string fault, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content) =>
        new(null, token.Start, fault, suggestion, kind);

    private static bool IsIdentity(ReadOnlySpan<char> word) => word is "x, y, z" or "x,y,z" or "+x,+y,+z" or "X,Y,Z" or "X, Y, Z";
}
