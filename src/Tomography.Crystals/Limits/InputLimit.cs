namespace Tomography.Crystals;

/// <summary>One limit on what is read.</summary>
/// <param name="Property">The property of the record of limits that holds it, like <c>MostSites</c>.</param>
/// <param name="Option">
/// What raises it in the build property <c>TomographyLimits</c>, like <c>Sites</c>: an option of its own, or of a limit that it follows.
/// Null where nothing does: no data of the field come near it.
/// </param>
/// <param name="Meaning">What it limits and what happens beyond it, one line.</param>
/// <param name="Default">Its value where none is given.</param>
/// <param name="Highest">The highest value that it can be given.</param>
public sealed record InputLimit(string Property, string? Option, string Meaning, long Default, long Highest)
{
    /// <summary>A limit that no option raises.</summary>
    /// <param name="property">The property of the record of limits that holds it.</param>
    /// <param name="meaning">What it limits and what happens beyond it, one line.</param>
    /// <param name="value">Its value.</param>
    public static InputLimit Fixed(string property, string meaning, long value) =>
        new(property, null, meaning, value, value);

    /// <summary>How to raise the limit to what was needed, or to twice its value where that is not known: the end of a sentence.</summary>
    internal string HowToRaise(long present, long? needed = null)
    {
        if (Option is null) return "this limit is fixed";
        var value = needed ?? (present > Highest / 2 ? Highest : 2 * present);
        return value > Highest || value <= present
            ? $"it cannot be raised above {Highest}"
            : $"where that is meant, -p:TomographyLimits={Option}={value} raises the limit";
    }
}
