using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>How losses are added up: a word, or a mapping of targets to their weights.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record LossWeightsSetting(
    string Section, string Name, string Meaning, Func<StudySettings, LossWeights> Get,
    Func<StudySettings, LossWeights, StudySettings> Set)
    : Setting<StudySettings>(Section, Name, Meaning)
{
    private const double Most = 1e6;

    private static readonly OrderedDictionary<string, LossWeights> s_words = new(StringComparer.Ordinal)
    {
        ["equal"] = LossWeights.Equal,
        ["uncertainty"] = LossWeights.Uncertainty,
    };

    /// <inheritdoc/>
    public override string Text(StudySettings settings) => Get(settings).Text();

    /// <inheritdoc/>
    public override string TextFor(StudySettings settings, PropertySet targets) => Get(settings).Text(targets);

    /// <inheritdoc/>
    public override JsonObject Schema(StudySettings defaults) => new()
    {
        ["description"] = Meaning,
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray([.. s_words.Keys.Select(w => (JsonNode)w)]) },
            new JsonObject
            {
                ["type"] = "object",
                ["minProperties"] = 1,
                ["additionalProperties"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = Most },
            }),
        ["default"] = Text(defaults),
    };

    /// <inheritdoc/>
    protected override StudySettings ReadValue(YamlSection section, StudySettings settings)
    {
        if (!section.HasSection(Name)) return Set(settings, section.Choice(Name, Get(settings), s_words));
        var weights = section.Section(Name, "band-gap: 2");
        var given = ImmutableArray.CreateBuilder<TargetWeight>();
        foreach (var key in weights.Keys)
        {
            var weight = weights.Number(key, 1, 0, Most, aboveFrom: true);
            if (PropertyName.IsValid(key)) given.Add(new(new(key), weight));
            else
                weights.Error(
                    DiagnosticCodes.UnknownChoice, key,
                    $"'{YamlReading.Shown(key)}' is not a property name: lower case words joined by hyphens.");
        }

        if (given.Count == 0 && !weights.HasProblem)
            section.Error(DiagnosticCodes.WrongForm, Name, $"'{Path}' names no target: write one, like {{ band-gap: 2 }}, or 'equal'.");
        return Set(settings, new(LossWeighting.Given, [.. given.OrderBy(w => w.Target)]));
    }
}
