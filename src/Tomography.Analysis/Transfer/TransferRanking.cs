namespace Tomography.Analysis;

/// <summary>What transfer effects are ranked against.</summary>
public enum TransferRanking
{
    /// <summary>The lookahead affinity of the gradients.</summary>
    Affinity,

    /// <summary>The effect of the same property as a feature.</summary>
    Feature,
}
