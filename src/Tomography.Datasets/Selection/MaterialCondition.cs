using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// What a property of a material must be for the material to be studied. A material that lacks the property is left out.
/// </summary>
/// <param name="Property">The property.</param>
public abstract record MaterialCondition(PropertyName Property)
{
    /// <summary>The kind of property that it is about.</summary>
    public abstract PropertyKind Kind { get; }

    /// <summary>The condition in words, like <c>band-gap from 1 to 2</c>.</summary>
    public abstract string Words { get; }

    /// <summary>Whether a value fulfils it.</summary>
    /// <param name="property">The property as the dataset has it.</param>
    /// <param name="value">Its number, or the index of its class.</param>
    public abstract bool Holds(Property property, double value);

    /// <inheritdoc />
    public sealed override string ToString() => Words;

    /// <summary>A number within bounds.</summary>
    /// <param name="Property">The property.</param>
    /// <param name="Low">The lowest value that is taken, in the property's unit; null for no bound.</param>
    /// <param name="High">The highest value that is taken; null for no bound.</param>
    public sealed record Range(PropertyName Property, double? Low, double? High) : MaterialCondition(Property)
    {
        /// <inheritdoc />
        public override PropertyKind Kind => PropertyKind.Number;

        /// <inheritdoc />
        public override string Words => (Low, High) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{Property} from {low:R} to {high:R}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"{Property} {low:R} or more"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"{Property} {high:R} or less"),
            _ => $"{Property} known",
        };

        /// <inheritdoc />
        public override bool Holds(Property property, double value) => !(value < Low) && !(value > High);
    }

    /// <summary>One of some classes.</summary>
    /// <param name="Property">The property.</param>
    /// <param name="Classes">The classes, in the words of the experiment.</param>
    public sealed record OneOf(PropertyName Property, ImmutableArray<string> Classes) : MaterialCondition(Property)
    {
        /// <inheritdoc />
        public override PropertyKind Kind => PropertyKind.Classes;

        /// <inheritdoc />
        public override string Words => $"{Property} {string.Join(" or ", Classes)}";

        /// <inheritdoc />
        public override bool Holds(Property property, double value) =>
            Classes.Any(c => PropertyClasses.IndexOf(property, c) == (int)value);
    }
}
