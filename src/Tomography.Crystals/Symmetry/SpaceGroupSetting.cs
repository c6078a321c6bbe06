using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>One setting of a space group: a choice of axes, cell and origin.</summary>
/// <param name="Number">Number of the space group, 1 to 230.</param>
/// <param name="Choice">Its choice in the words of the International Tables, like <c>b1</c>, <c>2</c> or <c>H</c>; may be empty.</param>
/// <param name="Symbol">The Hermann-Mauguin symbol, like <c>P 1 21/c 1</c>.</param>
/// <param name="Hall">The Hall symbol.</param>
/// <param name="Others">Other symbols of this setting.</param>
internal sealed record SpaceGroupSetting(int Number, string Choice, string Symbol, string Hall, ImmutableArray<string> Others)
{
    // The same from every thread, and few of the 530 are ever asked for.
    private readonly Lazy<ImmutableArray<SymmetryOperation>> _operations = new(
        () => HallSymbol.Operations(Hall) ?? throw new InvalidOperationException($"'{Hall}' is no Hall symbol."));

    /// <summary>All operations, the identity first.</summary>
    public ImmutableArray<SymmetryOperation> Operations => _operations.Value;

    /// <summary>The axis of a monoclinic cell whose angles may differ from 90; none for other cells.</summary>
    public char? UniqueAxis => Number is >= 3 and <= 15 ? Choice.TrimStart('-')[0] : null;

    /// <summary>What the setting is called in messages.</summary>
    public string Name => Choice.Length == 0 ? Symbol : Choice[0] switch
    {
        '1' or '2' => $"{Symbol} (origin choice {Choice[0]})",
        'H' => $"{Symbol} (hexagonal axes)",
        'R' => $"{Symbol} (rhombohedral axes)",
        _ => Symbol,
    };
}
