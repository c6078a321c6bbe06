using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What <c>analysis.json</c> says about the entanglement of a study; fractions.</summary>
internal static class EntanglementJson
{
    /// <summary>Everything under <c>entanglement</c>.</summary>
    public static object Of(EntanglementAnalysis entanglement) => new
    {
        entanglement.HasControls,
        Whole = LatticeJson.Of(entanglement.Whole),
        Representations = entanglement.Representations.Select(LatticeJson.Of),
        Latents = entanglement.Latents.Select(Latents),
        Steering = SteeringJson.Plan(entanglement.Steering),
        Checklist = entanglement.Checklist.Select(item => new { item.Place, item.Title, item.Measured, item.Number, item.Limit, item.Status }),
    };

    private static object Latents(LatentEntanglement latents) => new
    {
        latents.Representation,
        latents.Density,
        latents.MeanCka,
        Pairs = latents.Pairs.Select(pair => new { First = pair.First.Value, Second = pair.Second.Value, pair.Weight, pair.Coupling, pair.Cka, pair.Seeds }),
    };
}
