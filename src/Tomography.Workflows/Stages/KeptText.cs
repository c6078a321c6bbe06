namespace Tomography.Workflows;

/// <summary>What jobs leave beside their results, for people.</summary>
internal static class KeptText
{
    /// <summary>Why a job with a whole result is trained again.</summary>
    /// <param name="missing">What is not there; nothing where all is there, but something is damaged.</param>
    public static string WhatIsWrong(Kept missing) => missing switch
    {
        Kept.Nothing => "what it left beside its result is damaged",
        _ => $"its {Names(missing)} are missing",
    };

    private static string Names(Kept kept)
    {
        (Kept Kind, string Name)[] names = [(Kept.Predictions, "predictions"), (Kept.Latents, "latent vectors"), (Kept.Weights, "weights")];
        return string.Join(" and ", names.Where(n => kept.HasFlag(n.Kind)).Select(n => n.Name));
    }
}
