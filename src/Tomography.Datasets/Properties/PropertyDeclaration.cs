using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What an experiment says of a property.</summary>
/// <param name="Property">The property; its unit is that of the values after the transform.</param>
/// <param name="Column">The exact name of the dataset's column; null where it is the one of the property's name.</param>
/// <param name="Transform">What is done to each number as it is read.</param>
public sealed record PropertyDeclaration(Property Property, string? Column, PropertyTransform Transform)
{
    /// <summary>
    /// The pattern of the names of columns that are the components of a vector, with <c>*</c> for any characters; null for what is none.
    /// </summary>
    public string? Columns { get; init; }

    /// <summary>Whether a column is a component of the vector.</summary>
    public bool IsComponent(string column) =>
        Columns is { } pattern && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, column, ignoreCase: false);

    /// <summary>Where its values come from, in the experiment's own words; null where that is the dataset as a whole.</summary>
    public string? Source { get; init; }

    /// <summary>The property that is the same quantity from another source; null where there is none.</summary>
    public PropertyName? SameAs { get; init; }

    /// <summary>The declaration in one line, equal exactly where it means the same.</summary>
    public override string ToString() =>
        $"{Property.Name}: {Column} {Property.Unit} {Property.Kind} [{string.Join('|', Property.Classes)}] {Transform}"
            + $"{(Columns is null ? "" : $" of {Columns}")}"
            + (Source is null ? "" : $" source {Source}") + (SameAs is null ? "" : $" same as {SameAs}");
}
