using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>An effect of a kept edge; the members are those of <see cref="Analysis.Effect"/>.</summary>
internal sealed record KeptEffect(
    double Change, double StandardError, double DegreesOfFreedom, int Seeds, int Crystals, double Improved,
    double FormulaVariance)
{
    /// <summary>What is kept of an effect.</summary>
    public static KeptEffect? Of(Effect? effect) => effect is null
        ? null
        : new(effect.Change, effect.StandardError, effect.DegreesOfFreedom, effect.Seeds, effect.Crystals, effect.Improved,
            effect.FormulaVariance);

    /// <summary>The effect that was kept.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Effect Effect => new(Change, StandardError, DegreesOfFreedom, Seeds, Crystals, Improved)
    {
        FormulaVariance = FormulaVariance,
    };
}
