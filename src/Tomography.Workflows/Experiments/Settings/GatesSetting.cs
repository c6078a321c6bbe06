using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>The widest intervals with which predictions pass: a mapping by target. It asks for uncertainties by being there.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
internal sealed record GatesSetting(string Section, string Name, string Meaning) : Setting<AnalysisSettings>(Section, Name, Meaning)
{
    private const double Widest = 1e12;

    /// <inheritdoc/>
    public override string Text(AnalysisSettings settings) => string.Join(
        ", ", (settings.Uncertainty?.Widths ?? []).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Target} {w.Most:R}")));

    /// <inheritdoc/>
    public override JsonObject Schema(AnalysisSettings defaults) => new()
    {
        ["description"] = Meaning,
        ["type"] = "object",
        ["minProperties"] = 1,
        ["additionalProperties"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = Widest },
    };

    /// <inheritdoc/>
    protected override AnalysisSettings ReadValue(YamlSection section, AnalysisSettings settings)
    {
        var gates = section.Section(Name, "band-gap: 0.5");
        var widths = ImmutableArray.CreateBuilder<WidthGate>();
        // Whether they are targets is known when all of the experiment is read.
        foreach (var key in gates.Keys.Where(gates.Has).ToArray())
        {
            var width = gates.Number(key, double.NaN, 0, Widest, aboveFrom: true, _ => "it is a width in the target's unit, like 0.5");
            if (double.IsNaN(width)) continue;
            if (PropertyName.IsValid(key)) widths.Add(new(new(key), width));
            else
                gates.Error(
                    DiagnosticCodes.UnknownChoice, key,
                    $"'{YamlReading.Shown(key)}' is no name of a target: lower case words joined by hyphens.");
        }

        if (section.HasSection(Name) && gates.Keys.Count == 0)
            section.Error(
                DiagnosticCodes.WrongForm, Name, $"'{Path}' is empty: name a target and a width, like '{Name}: {{ band-gap: 0.5 }}'.");
        gates.Finish();
        return settings with { Uncertainty = (settings.Uncertainty ?? new()) with { Widths = widths.ToImmutable() } };
    }
}
