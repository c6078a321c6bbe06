using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A set of properties that are learnt together, or a list of such sets. Whether the experiment has them is checked once it is
/// read.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record SetsSetting(
    string Section, string Name, string Meaning, Func<StudySettings, ImmutableArray<PropertySet>> Get,
    Func<StudySettings, ImmutableArray<PropertySet>, StudySettings> Set)
    : Setting<StudySettings>(Section, Name, Meaning)
{
    /// <inheritdoc/>
    protected override bool IsList => true;

    /// <inheritdoc/>
    public override string Text(StudySettings settings) => string.Join(' ', Get(settings));

    /// <inheritdoc/>
    public override JsonObject Schema(StudySettings defaults)
    {
        return new() { ["description"] = Meaning, ["anyOf"] = new JsonArray(One(), SchemaNodes.List(One(), "Several sets.", 1)) };

        static JsonObject One() => SchemaNodes.List(SchemaNodes.Text("A property.", null), "Properties that are learnt together.", 2);
    }

    /// <inheritdoc/>
    protected override StudySettings ReadValue(YamlSection section, StudySettings settings)
    {
        var sets = section.Node(Name) switch
        {
            YamlValue.Sequence { Items.Count: > 0 } list when list.Items.All(item => item is YamlValue.Sequence) =>
                [.. list.Items.Cast<YamlValue.Sequence>().Select(SetOf)],
            YamlValue.Sequence list => [SetOf(list)],
            _ => new PropertySet?[] { null },
        };
        if (!sets.Contains(null)) return Set(settings, [.. sets.Select(set => set!.Value).Distinct()]);
        section.Error(
            DiagnosticCodes.WrongForm, Name,
            $"'{Path}' must be a list of two properties or more that are learnt together, like [band-gap, density], or a list of such "
                + "lists.");
        return settings;
    }

    private static PropertySet? SetOf(YamlValue.Sequence list)
    {
        string[] names = [.. list.Items.OfType<YamlValue.Scalar>().Select(item => item.Text).Where(PropertyName.IsValid)];
        var set = new PropertySet(names.Select(name => new PropertyName(name)));
        return names.Length == list.Items.Count && set.Count == names.Length && set.Count > 1 ? set : null;
    }
}
