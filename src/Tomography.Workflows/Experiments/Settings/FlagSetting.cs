using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>A setting that is true or false.</summary>
/// <typeparam name="TSettings">The record that holds its value.</typeparam>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record FlagSetting<TSettings>(
    string Section, string Name, string Meaning, Func<TSettings, bool> Get, Func<TSettings, bool, TSettings> Set)
    : Setting<TSettings>(Section, Name, Meaning)
{
    private static readonly OrderedDictionary<string, bool> s_words = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    /// <inheritdoc/>
    public override string Text(TSettings settings) => Get(settings) ? "true" : "false";

    /// <inheritdoc/>
    public override JsonObject Schema(TSettings defaults) => new()
    {
        ["description"] = Meaning, ["type"] = "boolean", ["default"] = Get(defaults),
    };

    /// <inheritdoc/>
    protected override TSettings ReadValue(YamlSection section, TSettings settings) =>
        Set(settings, section.Choice(Name, Get(settings), s_words));
}
