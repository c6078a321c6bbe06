using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What <c>analysis.json</c> says about the latent vectors of a representation; fractions.</summary>
internal static class LatentJson
{
    public static object Of(LatentEntanglement latents) => new
    {
        latents.Representation,
        latents.Density,
        latents.MeanCka,
        Pairs = latents.Pairs.Select(pair =>
            new { First = pair.First.Value, Second = pair.Second.Value, pair.Weight, pair.Coupling, pair.Cka, pair.Seeds }),
    };
}
