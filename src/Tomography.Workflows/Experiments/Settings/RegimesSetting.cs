using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Thresholds of the regimes, a mapping by name. What is left out has the default of its rule.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
internal sealed record RegimesSetting(string Section, string Name, string Meaning) : Setting<AnalysisSettings>(Section, Name, Meaning)
{
    /// <inheritdoc/>
    public override string Text(AnalysisSettings settings) =>
        string.Join(", ", settings.Regimes.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name} {r.From:R} to {r.To:R}")));

    /// <inheritdoc/>
    public override JsonObject Schema(AnalysisSettings defaults) =>
        SchemaNodes.Mapping(Meaning, new RegimeThresholds().All.Select(Entry));

    /// <inheritdoc/>
    protected override AnalysisSettings ReadValue(YamlSection section, AnalysisSettings settings)
    {
        var regimes = section.Section(Name, "density: [0.15, 0.5]");
        var thresholds = ImmutableArray.CreateBuilder<RegimeThreshold>();
        foreach (var (name, usual) in new RegimeThresholds().All)
        {
            if (!regimes.Has(name) || regimes.Node(name) is not { } node) continue;
            if (node is YamlValue.Sequence { Items: [YamlValue.Scalar from, YamlValue.Scalar to] }
                && Number(from) is { } first && Number(to) is { } last && first < last)
                thresholds.Add(new(name, first, last));
            else
                regimes.Error(DiagnosticCodes.WrongForm, name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{Path}.{name}' must be two numbers, the first below the second: where the rule begins to count and "
                    + $"where it counts fully, like [{usual.From}, {usual.To}]."));
        }

        regimes.Finish();
        return settings with { Regimes = thresholds.ToImmutable() };
    }

    private static KeyValuePair<string, JsonObject> Entry((string Name, Ramp Ramp) regime) => new(regime.Name, new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number" },
        ["minItems"] = 2,
        ["maxItems"] = 2,
        ["default"] = new JsonArray(regime.Ramp.From, regime.Ramp.To),
    });

    private static double? Number(YamlValue.Scalar scalar) =>
        double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
}
