using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Numbers of labelled materials, ascending; the word <c>all</c> for the whole training part.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Get">Its value; 0, the last, for all.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record LabelsSetting(
    string Section, string Name, string Meaning, Func<StudySettings, ImmutableArray<int>> Get,
    Func<StudySettings, ImmutableArray<int>, StudySettings> Set)
    : Setting<StudySettings>(Section, Name, Meaning)
{
    /// <summary>The word for the whole training part.</summary>
    public const string All = "all";

    /// <summary>The range of a number of labels.</summary>
    public const int Fewest = 2, Most = 10_000_000;

    /// <summary>The schema of one number of labels, or of all.</summary>
    public static JsonObject One => new()
    {
        ["anyOf"] = new JsonArray(
            SchemaNodes.Whole("Labelled materials of the training part.", Fewest, Most),
            SchemaNodes.Choice("The whole training part.", [All])),
    };

    /// <inheritdoc/>
    protected override bool IsList => true;

    /// <inheritdoc/>
    public override string Text(StudySettings settings) =>
        string.Join(' ', Get(settings).Select(n => n == 0 ? All : n.ToString(CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public override JsonObject Schema(StudySettings defaults) => SchemaNodes.OneOrMore(One, Meaning);

    /// <inheritdoc/>
    protected override StudySettings ReadValue(YamlSection section, StudySettings settings)
    {
        var items = section.List<int>(
            Name,
            (string text, Mark mark, string path, out int value) =>
            {
                value = 0;
                if (text == All) return true;
                var whole = section.WholeOf(text, mark, path, Fewest, Most);
                value = whole ?? 0;
                return whole is not null;
            },
            limit: nameof(ExperimentLimits.MostSettingEntries));
        return items is null
            ? settings
            : Set(settings, [.. items.Select(i => i.Value).OrderBy(n => n == 0 ? int.MaxValue : n)]);
    }
}
