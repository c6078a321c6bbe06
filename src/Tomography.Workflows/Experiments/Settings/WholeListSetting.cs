using System.Collections.Immutable;
using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>A setting that is a list of whole numbers, in ascending order; it may be empty.</summary>
/// <typeparam name="TSettings">The record that holds its value.</typeparam>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="From">The lowest value of an entry.</param>
/// <param name="To">The highest value of an entry.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record WholeListSetting<TSettings>(
    string Section, string Name, string Meaning, int From, int To,
    Func<TSettings, ImmutableArray<int>> Get, Func<TSettings, ImmutableArray<int>, TSettings> Set)
    : Setting<TSettings>(Section, Name, Meaning)
{
    /// <inheritdoc/>
    protected override bool IsList => true;

    /// <inheritdoc/>
    public override string Text(TSettings settings) => string.Join(' ', Get(settings));

    /// <inheritdoc/>
    public override JsonObject Schema(TSettings defaults) =>
        SchemaNodes.List(SchemaNodes.Whole("", From, To), Meaning, 0, [.. Get(defaults).Select(d => (JsonNode)d)]);

    /// <inheritdoc/>
    protected override TSettings ReadValue(YamlSection section, TSettings settings)
    {
        var items = section.List<int>(
            Name,
            (string text, Mark mark, string path, out int value) =>
            {
                var whole = section.WholeOf(text, mark, path, From, To);
                value = whole ?? 0;
                return whole is not null;
            },
            mayBeEmpty: true,
            limit: nameof(ExperimentLimits.MostSettingEntries));
        return items is null ? settings : Set(settings, [.. items.Select(i => i.Value).Order()]);
    }
}
