using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>The elements that the program knows: atomic numbers 1 to 103.</summary>
public static class ElementTable
{
    // Symbols are one capital and at most one small letter, so 26 x 27 places hold them all without hashing.
    private static readonly Element?[] s_bySymbol = new Element?[26 * 27];

    static ElementTable()
    {
        foreach (var element in All)
            s_bySymbol[SymbolPlace(element.Symbol)] = element;
    }

    /// <summary>All elements by ascending atomic number.</summary>
    public static ImmutableArray<Element> All { get; } = ReadAll();

    /// <summary>The element of an atomic number, or null where the table has none.</summary>
    public static Element? ByNumber(int atomicNumber) =>
        atomicNumber >= 1 && atomicNumber <= All.Length ? All[atomicNumber - 1] : null;

    /// <summary>The element of a symbol in its usual case (<c>Fe</c>), or null where the text is no symbol.</summary>
    public static Element? BySymbol(ReadOnlySpan<char> symbol)
    {
        var place = SymbolPlace(symbol);
        return place < 0 ? null : s_bySymbol[place];
    }

    /// <summary>The symbol of an atomic number, or <c>Z104</c> and so on beyond the table.</summary>
    public static string SymbolOf(int atomicNumber) => ByNumber(atomicNumber)?.Symbol ?? $"Z{atomicNumber}";

    private static int SymbolPlace(ReadOnlySpan<char> symbol)
    {
        if (symbol.Length is 0 or > 2 || !char.IsAsciiLetterUpper(symbol[0])) return -1;
        if (symbol.Length == 1) return (symbol[0] - 'A') * 27;
        return char.IsAsciiLetterLower(symbol[1]) ? (symbol[0] - 'A') * 27 + symbol[1] - 'a' + 1 : -1;
    }

    private static ImmutableArray<Element> ReadAll()
    {
        using var stream = typeof(ElementTable).Assembly.GetManifestResourceStream("elements.csv")
            ?? throw new InvalidOperationException("The resource elements.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        _ = reader.ReadLine();
        var elements = ImmutableArray.CreateBuilder<Element>(103);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                elements.Add(Parse(line.Split(',')));
        return elements.ToImmutable();
    }

    private static Element Parse(string[] cells) => new(
        Integer(cells[0]), cells[1], cells[2], Integer(cells[3]), Integer(cells[4]), cells[5][0], Integer(cells[6]),
        Number(cells[7]), Number(cells[8]), Number(cells[9]), Number(cells[10]), Number(cells[11]),
        double.Parse(cells[12], CultureInfo.InvariantCulture),
        [.. cells[13].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Integer)]);

    private static int Integer(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
