using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>A setting that is one of several words.</summary>
/// <typeparam name="TSettings">The record that holds its value.</typeparam>
/// <typeparam name="TValue">What a word stands for.</typeparam>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Choices">What may be written, in the order in which messages list it, with what it stands for; each value once.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record ChoiceSetting<TSettings, TValue>(
    string Section, string Name, string Meaning, IReadOnlyDictionary<string, TValue> Choices,
    Func<TSettings, TValue> Get, Func<TSettings, TValue, TSettings> Set)
    : Setting<TSettings>(Section, Name, Meaning)
    where TValue : notnull
{
    /// <inheritdoc/>
    public override string Text(TSettings settings)
    {
        var value = Get(settings);
        return Choices.First(c => c.Value.Equals(value)).Key;
    }

    /// <inheritdoc/>
    public override JsonObject Schema(TSettings defaults) => SchemaNodes.Choice(Meaning, Choices.Keys, Text(defaults));

    /// <inheritdoc/>
    protected override TSettings ReadValue(YamlSection section, TSettings settings) =>
        Set(settings, section.Choice(Name, Get(settings), Choices));
}
