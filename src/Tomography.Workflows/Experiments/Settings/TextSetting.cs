using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>A setting that is text, like the name of a file or column.</summary>
/// <typeparam name="TSettings">The record that holds its value.</typeparam>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Get">Its value; empty for none.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record TextSetting<TSettings>(
    string Section, string Name, string Meaning, Func<TSettings, string> Get, Func<TSettings, string, TSettings> Set)
    : Setting<TSettings>(Section, Name, Meaning)
{
    /// <summary>What is wrong with a text, as the end of a sentence; null where nothing is.</summary>
    public Func<string, string?>? Refuse { get; init; }

    /// <inheritdoc/>
    public override string Text(TSettings settings) => Get(settings);

    /// <inheritdoc/>
    public override JsonObject Schema(TSettings defaults) => SchemaNodes.Text(Meaning, null);

    /// <inheritdoc/>
    protected override TSettings ReadValue(YamlSection section, TSettings settings)
    {
        if (section.Text(Name) is not { } text) return settings;
        if (text.Contains('\0')) section.Error(DiagnosticCodes.WrongForm, Name, $"'{Path}' must be text without the character 0.");
        else if (Refuse?.Invoke(text) is { } why) section.Error(DiagnosticCodes.WrongForm, Name, $"'{Path}' {why}.");
        else return Set(settings, text);
        return settings;
    }
}
