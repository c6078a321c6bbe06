using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Reads the classes of properties.</summary>
public static class PropertyClasses
{
    /// <summary>The classes of what is either so or not.</summary>
    public static bool AreTruth(IReadOnlyList<string> classes) =>
        classes.Count == 2 && Is(classes[0], "false") && Is(classes[1], "true");

    /// <summary>
    /// The index of a class in <see cref="Property.Classes"/>, or null where the text is none of them. Case is ignored; a property of the
    /// classes False and True also takes no and yes, 0 and 1; numbered classes also take whole numbers like <c>225.0</c>.
    /// </summary>
    public static int? IndexOf(Property property, string text)
    {
        var word = text.AsSpan().Trim();
        for (var i = 0; i < property.Classes.Length; i++)
            if (word.Equals(property.Classes[i], StringComparison.OrdinalIgnoreCase))
                return i;
        var isTruth = AreTruth(property.Classes);
        if (isTruth && Truth(word) is { } truth) return truth;
        if (!CifNumber.TryParse(word, out var number) || number != Math.Floor(number) || Math.Abs(number) > 1e6) return null;
        if (isTruth) return number is 0 or 1 ? (int)number : null;
        var index = property.Classes.IndexOf(((int)number).ToString());
        return index < 0 ? null : index;
    }

    /// <summary>0 for <c>false</c> and <c>no</c>, 1 for <c>true</c> and <c>yes</c>, in any case; null for all else.</summary>
    public static int? Truth(ReadOnlySpan<char> word) =>
        Is(word, "true") || Is(word, "yes") ? 1 : Is(word, "false") || Is(word, "no") ? 0 : null;

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
