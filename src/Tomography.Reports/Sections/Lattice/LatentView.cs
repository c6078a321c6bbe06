using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Entanglement density and similarity of latent vectors.</summary>
internal static class LatentView
{
    public static object Of(EntanglementAnalysis entanglement) => new
    {
        areThere = !entanglement.Latents.IsEmpty,
        lattices = entanglement.Latents.Select(latents => new
        {
            representation = latents.Representation.Name,
            density = latents.Density is { } density ? NumberText.Fixed(density, 4) : "not known (no pair has a weight)",
            cka = latents.MeanCka is { } cka ? NumberText.Fixed(cka, 2) : "not known (fewer than two properties have latent vectors)",
            pairs = NumberText.Count(latents.Pairs.Length),
            alike = Pair(latents.Pairs.MaxBy(pair => pair.Cka)),
            unlike = latents.Pairs.Length < 2 ? null : Pair(latents.Pairs.MinBy(pair => pair.Cka)),
        }).ToArray(),
    };

    private static string? Pair(LatentPair? pair) =>
        pair is null ? null : $"{pair.First} and {pair.Second} ({NumberText.Fixed(pair.Cka, 2)})";
}
