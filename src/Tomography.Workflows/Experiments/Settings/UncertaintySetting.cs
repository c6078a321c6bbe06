using System.Globalization;
using System.Text.Json.Nodes;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>How it is measured how sure predictions are: a mapping, which asks for it by being there.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
internal sealed record UncertaintySetting(string Section, string Name, string Meaning) : Setting<AnalysisSettings>(Section, Name, Meaning)
{
    private const double LowestLevel = 0.5, HighestLevel = 0.99;
    private const int MostNeighbours = 100;
    private static readonly IReadOnlyDictionary<string, CalibratedWithin> s_within = EnumWords.Of<CalibratedWithin>();
    private static readonly UncertaintySettings s_usual = new();

    /// <inheritdoc/>
    public override string Text(AnalysisSettings settings) => settings.Uncertainty is not { } u
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"level {u.Level:R}, neighbours {u.Neighbours}, domain {u.Domain:R}, within {s_within.First(w => w.Value == u.Within).Key}");

    /// <inheritdoc/>
    public override JsonObject Schema(AnalysisSettings defaults) => SchemaNodes.Mapping(
        Meaning,
        [
            new("level", new()
            {
                ["description"] = "Share of new crystals whose true value an interval is to hold.",
                ["type"] = "number", ["minimum"] = LowestLevel, ["maximum"] = HighestLevel, ["default"] = s_usual.Level,
            }),
            new("neighbours", SchemaNodes.Whole(
                "To how many of the nearest training crystals a distance is taken.", 1, MostNeighbours, s_usual.Neighbours)),
            new("domain", new()
            {
                ["description"] = "Share of the training crystals that lie inside the applicability domain by their own distances.",
                ["type"] = "number", ["minimum"] = LowestLevel, ["maximum"] = HighestLevel, ["default"] = s_usual.Domain,
            }),
            new("within", SchemaNodes.Choice(
                "Within what intervals are calibrated: all crystals, or each third of them by distance.", s_within.Keys, "all")),
        ]);

    /// <inheritdoc/>
    protected override AnalysisSettings ReadValue(YamlSection section, AnalysisSettings settings)
    {
        var own = section.Section(Name, "level: 0.9");
        var read = settings.Uncertainty ?? s_usual;
        read = read with
        {
            Level = own.Number("level", read.Level, LowestLevel, HighestLevel),
            Neighbours = own.Whole("neighbours", read.Neighbours, 1, MostNeighbours),
            Domain = own.Number("domain", read.Domain, LowestLevel, HighestLevel),
            Within = own.Choice("within", read.Within, s_within),
        };
        own.Finish();
        return settings with { Uncertainty = read };
    }
}
