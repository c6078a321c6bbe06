using System.Globalization;
using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>A fold of matbench, by its number, or all of them.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Get">Its value, as written; empty for none.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record MatbenchSetting(
    string Section, string Name, string Meaning, Func<StudySettings, string> Get, Func<StudySettings, string, StudySettings> Set)
    : Setting<StudySettings>(Section, Name, Meaning)
{
    /// <inheritdoc/>
    public override string Text(StudySettings settings) => Get(settings);

    /// <inheritdoc/>
    public override JsonObject Schema(StudySettings defaults) => new()
    {
        ["description"] = Meaning,
        // Editors tell the number from the word.
        ["enum"] = new JsonArray([.. MatbenchSplit.Choices.Select(c => int.TryParse(c, CultureInfo.InvariantCulture, out var fold)
            ? (JsonNode)fold
            : c)]),
    };

    /// <inheritdoc/>
    protected override StudySettings ReadValue(YamlSection section, StudySettings settings) => Set(
        settings,
        section.Choice(Name, Get(settings), new OrderedDictionary<string, string>(
            MatbenchSplit.Choices.Select(c => KeyValuePair.Create(c, c)), StringComparer.Ordinal)));
}
