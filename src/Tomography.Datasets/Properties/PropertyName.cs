using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// The name of a property as experiments and reports write it: lower case words joined by hyphens, like <c>band-gap</c>, of letters of any
/// script and digits.
/// </summary>
public readonly record struct PropertyName : IComparable<PropertyName>
{
    private readonly string? _value;

    /// <summary>Names a property.</summary>
    /// <exception cref="ArgumentException">The text is not lower case words joined by hyphens.</exception>
    public PropertyName(string value)
    {
        if (!IsValid(value))
            throw new ArgumentException(
                $"'{value}' is not a property name: write lower case words joined by hyphens, at most {HyphenatedName.MostCharacters} "
                    + "characters, like band-gap.",
                nameof(value));
        _value = value;
    }

    /// <summary>The name as text; empty where the default value was never given one.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether a text can be a property name: lower case words joined by hyphens, at most 100 characters.</summary>
    public static bool IsValid(string? value) => HyphenatedName.IsValid(value);

    /// <inheritdoc/>
    public int CompareTo(PropertyName other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>As YAML, tables and fingerprints write it.</summary>
    public override string ToString() => Value;
}
