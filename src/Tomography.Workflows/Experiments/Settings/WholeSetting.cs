using System.Globalization;
using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>A setting that is a whole number.</summary>
/// <typeparam name="TSettings">The record that holds its value.</typeparam>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="From">The lowest value.</param>
/// <param name="To">The highest value.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record WholeSetting<TSettings>(
    string Section, string Name, string Meaning, int From, int To,
    Func<TSettings, int> Get, Func<TSettings, int, TSettings> Set)
    : Setting<TSettings>(Section, Name, Meaning)
{
    /// <summary>A word that may be written instead of a number, and stands for the one below the lowest; null for none.</summary>
    public string? Below { get; init; }

    /// <inheritdoc/>
    public override string Text(TSettings settings) =>
        Below is not null && Get(settings) < From ? Below : Get(settings).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonObject Schema(TSettings defaults)
    {
        if (Below is null) return SchemaNodes.Whole(Meaning, From, To, Get(defaults) < From ? null : Get(defaults));
        return new()
        {
            ["description"] = Meaning,
            ["anyOf"] = new JsonArray(SchemaNodes.Whole("", From, To), new JsonObject { ["enum"] = new JsonArray(Below) }),
            ["default"] = Get(defaults) < From ? Below : Get(defaults),
        };
    }

    /// <inheritdoc/>
    protected override TSettings ReadValue(YamlSection section, TSettings settings) =>
        section.Node(Name) is YamlValue.Scalar { Text: var text } && text == Below
            ? Set(settings, From - 1)
            : Set(settings, section.Whole(Name, Get(settings), From, To));
}
