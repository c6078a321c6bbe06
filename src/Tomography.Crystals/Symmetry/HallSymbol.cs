using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// The symmetry operations that a Hall symbol stands for (Hall, Acta Cryst. A37, 517, 1981; International Tables B, A1.4). The symbol
/// names generators; here they become the whole group.
/// </summary>
internal static class HallSymbol
{
    /// <summary>The operations, translations within the cell, the identity first; null where the text is no Hall symbol.</summary>
    public static ImmutableArray<SymmetryOperation>? Operations(string symbol) =>
        Exact(symbol) is { } operations ? [.. operations.Select(static o => o.ToOperation())] : null;

    /// <summary>The symbol in the form that symbols are compared in: lower case, one blank between its parts.</summary>
    public static string Tidy(string symbol)
    {
        var words = symbol.Replace('_', ' ').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Replace(" \"", "\"", StringComparison.Ordinal).Replace(" '", "'", StringComparison.Ordinal);
    }

    /// <summary>The operations in fractions.</summary>
    public static ImmutableArray<ExactOperation>? Exact(string symbol)
    {
        try
        {
            return HallReader.Read(symbol) is { } read ? GroupGenerator.Generate(read.Generators, read.Basis) : null;
        }
        catch (OverflowException)
        {
            // Only a change of basis of senseless numbers, or matrices that generate no finite group, come here.
            return null;
        }
    }
}
