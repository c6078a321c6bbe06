using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The names of control features, and which control a feature is held against.</summary>
public static class ControlFeatures
{
    private const string ShuffledPrefix = "shuffled-";

    /// <summary>The feature of normally distributed numbers.</summary>
    public static PropertyName Noise { get; } = new("noise");

    /// <summary>The feature that deals out the numbers of a property at random.</summary>
    public static PropertyName Shuffled { get; } = new("shuffled");

    /// <summary>
    /// The row of the positive control: its model for a target is given the target itself, where the target is no feature by itself.
    /// </summary>
    public static PropertyName Self { get; } = new("self");

    /// <summary>What reports say of the positive control.</summary>
    public static Property SelfProperty { get; } = new(Self, "", PropertyKind.Number, [], [], "Control: the target itself.");

    /// <summary>The control that deals out the values of a property at random; null where its name would be too long for one.</summary>
    public static PropertyName? ShuffledOf(PropertyName property) =>
        ShuffledPrefix + property.Value is var name && PropertyName.IsValid(name) ? new(name) : null;

    /// <summary>The control of a set of features: those of each of them together; null where one has none.</summary>
    public static PropertySet? ShuffledOf(PropertySet features)
    {
        var controls = features.Select(ShuffledOf).OfType<PropertyName>().ToArray();
        return !features.IsEmpty && controls.Length == features.Count ? new(controls) : null;
    }

    /// <summary>Whether a name is that of a shuffled property, or of <see cref="Shuffled"/>.</summary>
    public static bool IsShuffled(PropertyName name) =>
        name == Shuffled || name.Value.StartsWith(ShuffledPrefix, StringComparison.Ordinal);

    /// <summary>Whether a name is one that controls have.</summary>
    public static bool IsName(PropertyName name) => name == Noise || name == Self || IsShuffled(name);

    /// <summary>
    /// The control of a feature's own width, which makes a model wider by as many numbers and tells nothing: of a number
    /// <see cref="Shuffled"/>, or else <see cref="Noise"/>; of classes or a vector the shuffled copy of it; of a set the set of shuffled
    /// copies. Null where the study has none, and for controls.
    /// </summary>
    /// <param name="results">The study.</param>
    /// <param name="features">A row of it.</param>
    public static PropertySet? ControlOf(this StudyResults results, PropertySet features)
    {
        if (features.IsEmpty || results.IsControl(features)) return null;
        PropertySet?[] wanted = features.Single is { } single && IsNumber(single)
            ? [.. new[] { Shuffled, Noise }.Where(IsNumber).Select(name => (PropertySet?)name)]
            : [ShuffledOf(features)];
        return wanted.FirstOrDefault(control => control is { } set && results.IsControl(set) && results.Features.Contains(set));

        bool IsNumber(PropertyName name) =>
            results.Properties.FirstOrDefault(property => property.Name == name) is { Kind: PropertyKind.Number };
    }

    /// <summary>
    /// What the model of a row and a target is given: the row itself, or the target where the row is the positive control.
    /// </summary>
    internal static PropertySet Given(this StudyResults results, PropertySet row, PropertyName target) =>
        row == Self && results.Controls.Contains(Self) && !results.Features.Contains(target) ? target : row;
}
