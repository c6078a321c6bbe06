namespace Tomography.Crystals;

/// <summary>One rotation of a Hall symbol, like <c>2ybc</c> or <c>-3*</c>.</summary>
/// <param name="Order">Order of the rotation.</param>
/// <param name="Axis">Its axis (0, 1, 2 for x, y, z), or that of the rotation before where it is about a diagonal.</param>
/// <param name="Operation">The operation.</param>
internal readonly record struct HallElement(int Order, int Axis, ExactOperation Operation)
{
    /// <summary>Reads a lower-case word; null where it is none.</summary>
    /// <param name="word">The word.</param>
    /// <param name="place">Which rotation of the symbol it is, from 0.</param>
    /// <param name="previous">The rotation before it.</param>
    public static HallElement? TryParse(string word, int place, HallElement? previous)
    {
        var isImproper = word.StartsWith('-');
        if (isImproper) word = word[1..];
        if (word.Length == 0 || word[0] is not ('1' or '2' or '3' or '4' or '6')) return null;
        var order = word[0] - '0';
        int? axis = null;
        var direction = '\0';
        var steps = 0;
        ExactVector translation = default;
        foreach (var letter in word.AsSpan(1))
            if (letter is 'x' or 'y' or 'z' && axis is null) axis = letter - 'x';
            else if (letter is '\'' or '"' or '*' && direction == '\0') direction = letter;
            else if (letter >= '1' && letter < word[0] && steps == 0) steps = letter - '0';
            else if (HallTranslation.OfSubscript(letter) is { } subscript) translation += subscript;
            else return null;
        if (axis is null && direction == '\0')
            if (Implied(order, place, previous) is { } implied) (axis, direction) = implied;
            else return null;
        // Face diagonals are across the axis of the rotation before.
        axis ??= direction is '\'' or '"' && previous is { } p ? p.Axis : 2;
        if (HallRotation.Find(order, axis.Value, direction) is not { } matrix || steps > 0 && direction != '\0') return null;
        if (steps > 0) translation += HallTranslation.Screw(steps, order, axis.Value);
        return new(order, axis.Value, new(isImproper ? -matrix : matrix, translation));
    }

    // Axes that are left out: the first along z, a second twofold one along x or across it, a third threefold one along the diagonal.
    private static (int? Axis, char Direction)? Implied(int order, int place, HallElement? previous) => (order, place) switch
    {
        (1, _) => (previous?.Axis ?? 2, '\0'),
        (_, 0) => (2, '\0'),
        (2, 1) when previous?.Order is 2 or 4 => (0, '\0'),
        (2, 1) when previous?.Order is 3 or 6 => (null, '\''),
        (3, 2) => (null, '*'),
        _ => null,
    };
}
