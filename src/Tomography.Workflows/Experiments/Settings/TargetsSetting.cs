using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>One target, or a list of them. Whether the experiment has them is checked once it is read.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record TargetsSetting(
    string Section, string Name, string Meaning, Func<StudySettings, ImmutableArray<PropertyName>> Get,
    Func<StudySettings, ImmutableArray<PropertyName>, StudySettings> Set)
    : Setting<StudySettings>(Section, Name, Meaning)
{
    /// <inheritdoc/>
    protected override bool IsList => true;

    /// <inheritdoc/>
    public override string Text(StudySettings settings) => string.Join(' ', Get(settings));

    /// <inheritdoc/>
    public override JsonObject Schema(StudySettings defaults) =>
        SchemaNodes.OneOrMore(SchemaNodes.Text("A target of the experiment.", null), Meaning);

    /// <inheritdoc/>
    protected override StudySettings ReadValue(YamlSection section, StudySettings settings)
    {
        var items = section.List<PropertyName>(
            Name,
            (string text, Mark mark, string path, out PropertyName value) =>
            {
                var isName = PropertyName.IsValid(text);
                value = isName ? new(text) : default;
                if (!isName)
                    section.Error(
                        DiagnosticCodes.UnknownChoice, Name,
                        $"'{YamlReading.Shown(text)}' is not a property name: lower case words joined by hyphens.");
                return isName;
            });
        return items is null ? settings : Set(settings, [.. items.Select(i => i.Value)]);
    }
}
